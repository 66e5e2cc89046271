<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ganvas::ui::CurvePlot</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DataPreviewView</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LessonGallery</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::NeighboursPanel</name>
    <message numerus="yes">
        <source>%n picture(s) lie less than half as far from a training picture as held-out real ones do (%1): they may be learnt by heart.</source>
        <translation>
            <numerusform>%n picture lies less than half as far from a training picture as held-out real ones do (%1): it may be learnt by heart.</numerusform>
            <numerusform>%n pictures lie less than half as far from a training picture as held-out real ones do (%1): they may be learnt by heart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterSection</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
</TS>
