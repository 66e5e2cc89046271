<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>engine</name>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not fit the picture size in the run&apos;s config.json.</source>
        <translation>“%1”与该训练 config.json 中的图片大小不符。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds networks of family &quot;%2&quot;, but the run&apos;s config.json says &quot;%3&quot;.</source>
        <translation>“%1”中是模型“%2”的网络，而该训练的 config.json 写的是“%3”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the checkpoint has another shape or type than these networks: it belongs to other networks.</source>
        <translation>检查点中的“%1”与这些网络的形状或类型不同：它属于其他网络。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a file. Give a folder for the run.</source>
        <translation>“%1”是文件。请给出用于训练记录的文件夹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a safetensors file, but not a checkpoint of Ganvas.</source>
        <translation>“%1”是 safetensors 文件，但不是 Ganvas 的检查点。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2 pictures of %3×%4 px in IDX files%5</source>
        <translation>IDX 文件中的 %1 张%2图片，%3×%4 像素%5</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1%2。</translation>
    </message>
    <message>
        <source>%1 And %2 more.</source>
        <translation>%1另有 %2 处。</translation>
    </message>
    <message>
        <source>%1 Going on from the one before it, round %2.</source>
        <translation>%1将从它之前的检查点（第 %2 轮）继续。</translation>
    </message>
    <message>
        <source>%1 Remove that line, or move the file away.</source>
        <translation>%1请删除该行，或移走该文件。</translation>
    </message>
    <message>
        <source>%1 Training is paused; nothing that was trained is lost. Mend it, then resume.</source>
        <translation>%1训练已暂停，已训练的内容没有丢失。请排除问题后继续。</translation>
    </message>
    <message>
        <source>%1 and %2 hold pictures of different sizes. They do not belong together; get both from the same place.</source>
        <translation>%1 与 %2 的图片大小不同。两者不相配，请从同一处获取。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 等</translation>
    </message>
    <message>
        <source>%1 became infinite or not a number in round %2. The usual cure is a lower lr_g and lr_d, or gradient clipping (clip_grad). The run is kept: go on from its last checkpoint.</source>
        <translation>%1在第 %2 轮变为无穷大或非数值。通常的对策是降低 lr_g 和 lr_d，或使用梯度裁剪（clip_grad）。训练已保留：可从最后的检查点继续。</translation>
    </message>
    <message>
        <source>%1 cannot be changed once a run has begun. Start a new run with it.</source>
        <translation>训练开始后不能再更改 %1。请用它开始新的训练。</translation>
    </message>
    <message>
        <source>%1 cannot be changed while a run runs.</source>
        <translation>训练期间不能更改 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that you may read it.</source>
        <translation>无法打开 %1。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>%1 cannot be stored</source>
        <translation>%1 无法存储</translation>
    </message>
    <message>
        <source>%1 cannot be the name of a preset. Use letters, digits, spaces and hyphens, at most 120.</source>
        <translation>%1 不能作为预设名称。请使用字母、数字、空格和连字符，最多 120 个字符。</translation>
    </message>
    <message>
        <source>%1 could not be read again. Check the disk.</source>
        <translation>无法再次读取 %1。请检查磁盘。</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%2 到 %3 之间的%1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 %4</source>
        <translation>%2 到 %3 %4之间的%1</translation>
    </message>
    <message>
        <source>%1 gives picture %2 the label %3, but %4 has only %5 classes. Download it again.</source>
        <translation>%1 给图片 %2 的标签为 %3，而 %4 只有 %5 个类别。请重新下载。</translation>
    </message>
    <message>
        <source>%1 goes on after the %2 entries that its header promises. Download it again.</source>
        <translation>%1 在文件头所说的 %2 个条目之后还有内容。请重新下载。</translation>
    </message>
    <message>
        <source>%1 has &quot;ganvas_preset&quot;: %2; this Ganvas reads format %3. Use a newer Ganvas.</source>
        <translation>%1的 &quot;ganvas_preset&quot; 为 %2，而此版本的 Ganvas 只能读取格式 %3。请使用更新的 Ganvas。</translation>
    </message>
    <message>
        <source>%1 has a shape that is too large for any memory</source>
        <translation>%1的形状超出了任何内存的容量</translation>
    </message>
    <message>
        <source>%1 has no &quot;values&quot;: an object of parameters {&quot;key&quot;: value, …} belongs there.</source>
        <translation>%1缺少 &quot;values&quot;：那里应为参数对象 {&quot;key&quot;: value, …}。</translation>
    </message>
    <message>
        <source>%1 has no classes, so none can be chosen. Give no classes, or choose data whose pictures have labels.</source>
        <translation>%1 没有类别，因此无法选择类别。请不要指定类别，或选择图片带标签的数据。</translation>
    </message>
    <message>
        <source>%1 has no pair of data_offsets</source>
        <translation>%1缺少成对的 data_offsets</translation>
    </message>
    <message>
        <source>%1 has no shape</source>
        <translation>%1没有形状</translation>
    </message>
    <message>
        <source>%1 has no type of number</source>
        <translation>%1没有数值类型</translation>
    </message>
    <message>
        <source>%1 has other data than its shape needs</source>
        <translation>%1的数据与形状不符</translation>
    </message>
    <message>
        <source>%1 has the number type %2, which Ganvas does not read</source>
        <translation>%1的数值类型为 %2，Ganvas 不支持</translation>
    </message>
    <message>
        <source>%1 holds %2 pictures, but %3 holds %4 labels. They do not belong together; get both from the same place.</source>
        <translation>%1 有 %2 张图片，而 %3 有 %4 个标签。两者不相配，请从同一处获取。</translation>
    </message>
    <message>
        <source>%1 holds %2 where an object {&quot;key&quot;: value, …} belongs.</source>
        <translation>%1的内容是%2，而这里应为对象 {&quot;key&quot;: value, …}。</translation>
    </message>
    <message>
        <source>%1 holds no pictures to train with of %2. Choose other classes.</source>
        <translation>%1 中没有可供训练的 %2 类图片。请选择其他类别。</translation>
    </message>
    <message>
        <source>%1 holds only %2. A generator will soon repeat them; some hundreds are needed for variety.</source>
        <translation>%1 只有%2。生成器很快就会照搬它们；要有多样性，需要数百张图片。</translation>
    </message>
    <message>
        <source>%1 in a folder%2</source>
        <translation>文件夹中的%1%2</translation>
    </message>
    <message>
        <source>%1 is %2 bytes longer than its header says. It is damaged or another kind of file; download it again.</source>
        <translation>%1 比文件头所说的长 %2 字节。它已损坏或是其他类型的文件，请重新下载。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged. Download it again.</source>
        <translation>%1 不完整或已损坏。请重新下载。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged: its header promises %2 entries and they are not all there. Download it again.</source>
        <translation>%1 不完整或已损坏：文件头声称有 %2 个条目，实际不全。请重新下载。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2 belongs at %3. Take it from a backup, or start a new run.</source>
        <translation>%1已损坏：%3 处应为%2。请从备份恢复，或开始新的训练。</translation>
    </message>
    <message>
        <source>%1 is empty. Download it again.</source>
        <translation>%1 是空的。请重新下载。</translation>
    </message>
    <message>
        <source>%1 is neither true nor false</source>
        <translation>%1 既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>%1 is not a Ganvas preset: it has no &quot;ganvas_preset&quot;. Choose a preset, or give it with --config.</source>
        <translation>%1不是 Ganvas 预设：缺少 &quot;ganvas_preset&quot;。请选择预设，或用 --config 指定它。</translation>
    </message>
    <message>
        <source>%1 is not a file that can be read. Check the name and your permission.</source>
        <translation>%1 不是可读取的文件。请检查名称和您的权限。</translation>
    </message>
    <message>
        <source>%1 is not a finite number</source>
        <translation>%1 不是有限的数</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 不是数字</translation>
    </message>
    <message>
        <source>%1 is not a readable PNG picture.</source>
        <translation>%1 不是可读取的 PNG 图片。</translation>
    </message>
    <message>
        <source>%1 is not a recorded edit.</source>
        <translation>%1不是更改记录。</translation>
    </message>
    <message>
        <source>%1 is not a text</source>
        <translation>%1 不是文本</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 不是整数</translation>
    </message>
    <message>
        <source>%1 is not on this computer. To get it: %2</source>
        <translation>本机没有 %1。获取方法：%2</translation>
    </message>
    <message>
        <source>%1 is not one of its choices</source>
        <translation>%1 不在可选值之中</translation>
    </message>
    <message>
        <source>%1 is not one of its choices (did you mean %2?)</source>
        <translation>%1 不在可选值之中（您是指 %2 吗？）</translation>
    </message>
    <message>
        <source>%1 is not the configuration of a Ganvas run (it has no &quot;ganvas_run&quot;). Choose a run folder.</source>
        <translation>%1不是 Ganvas 训练的配置（缺少 &quot;ganvas_run&quot;）。请选择训练记录的文件夹。</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 太大</translation>
    </message>
    <message>
        <source>%1 is too small</source>
        <translation>%1 太小</translation>
    </message>
    <message>
        <source>%1 needs exactly dtype, shape and data_offsets</source>
        <translation>%1必须恰好有 dtype、shape 和 data_offsets</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>以%2为单位的%1</translation>
    </message>
    <message>
        <source>%1 of %2 emoji were left out: %3. The font %4 does not draw them; a newer one may.</source>
        <translation>%2 个表情符号中有 %1 个被略去：%3。字体 %4 画不出它们；更新的字体也许可以。</translation>
    </message>
    <message>
        <source>%1 of %2 pictures %3 left out: %4.</source>
        <translation>%2 张图片中有 %1 张%3被略去：%4。</translation>
    </message>
    <message>
        <source>%1 of at least %2</source>
        <translation>不小于 %2 的%1</translation>
    </message>
    <message>
        <source>%1 of at least %2 %3</source>
        <translation>不小于 %2 %3的%1</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>不大于 %2 的%1</translation>
    </message>
    <message>
        <source>%1 of at most %2 %3</source>
        <translation>不大于 %2 %3的%1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>%1 picture</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures in %2 lie beside the sub-folders, so the sub-folders are not taken as labels. Move every picture into a sub-folder to have labels.</source>
        <translation>%2 中有 %1 张图片与子文件夹并列，因此子文件夹不作为标签。如需标签，请把每张图片都移入子文件夹。</translation>
    </message>
    <message>
        <source>%1 says that it holds %2 pictures of %3×%4 px in %5 channels, which Ganvas cannot use. Check that it is the right file, and download it again.</source>
        <translation>%1 声称含有 %2 张 %3×%4 像素、%5 个通道的图片，Ganvas 无法使用。请确认文件正确，然后重新下载。</translation>
    </message>
    <message>
        <source>%1 usable picture</source>
        <translation>%1 张可用图片</translation>
    </message>
    <message>
        <source>%1 usable pictures</source>
        <translation>%1 张可用图片</translation>
    </message>
    <message>
        <source>%1 was written by another version of Ganvas that this one cannot read. Use a newer Ganvas.</source>
        <translation>%1由另一版本的 Ganvas 写成，此版本无法读取。请使用更新的 Ganvas。</translation>
    </message>
    <message>
        <source>%1%2. Check the disk and the path.</source>
        <translation>%1%2。请检查磁盘和路径。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2. It takes %3.</source>
        <translation>%1：%2。应为%3。</translation>
    </message>
    <message>
        <source>%1a part of this path is a file, not a folder. Check the path.</source>
        <translation>%1该路径中有一部分是文件而不是文件夹。请检查路径。</translation>
    </message>
    <message>
        <source>%1it lies on a read-only file system. Choose another folder.</source>
        <translation>%1它位于只读文件系统上。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1it, or the folder that it lies in, is not there. Check the path.</source>
        <translation>%1它或它所在的文件夹不存在。请检查路径。</translation>
    </message>
    <message>
        <source>%1something of this name is already there. Choose another name.</source>
        <translation>%1那里已有同名的内容。请换一个名称。</translation>
    </message>
    <message>
        <source>%1the disk is full. Free some space there, or choose a folder on another disk.</source>
        <translation>%1磁盘已满。请腾出一些空间，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>%1the disk reports an error. Check the disk, or choose a folder on another one.</source>
        <translation>%1磁盘报告了错误。请检查磁盘，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>%1the file would be larger than the file system or the limit of this process allows.</source>
        <translation>%1文件将超出文件系统或本进程所允许的大小。</translation>
    </message>
    <message>
        <source>%1the name is too long. Choose a shorter one.</source>
        <translation>%1名称太长。请换一个较短的名称。</translation>
    </message>
    <message>
        <source>%1there is no permission. Change its permissions, or choose another place.</source>
        <translation>%1没有权限。请更改其权限，或选择其他位置。</translation>
    </message>
    <message>
        <source>%1this is a folder, not a file. Check the path.</source>
        <translation>%1这是文件夹，不是文件。请检查路径。</translation>
    </message>
    <message>
        <source>%1too many files are open. Close other programs and try again.</source>
        <translation>%1打开的文件过多。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>%1your disk quota is used up. Free some space, or choose a folder on another disk.</source>
        <translation>%1磁盘配额已用完。请腾出一些空间，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>, in %1 class.</source>
        <translation>，共 %1 个类别。</translation>
    </message>
    <message>
        <source>, in %1 classes.</source>
        <translation>，共 %1 个类别。</translation>
    </message>
    <message>
        <source>, with labels.</source>
        <translation>，带标签。</translation>
    </message>
    <message>
        <source>-log 2</source>
        <translation>-log 2</translation>
    </message>
    <message>
        <source>-log 4</source>
        <translation>-log 4</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>1/s</source>
        <translation>1/秒</translation>
    </message>
    <message>
        <source>5000 grey pictures of handwritten digits, 20×20 px, in ten classes.</source>
        <translation>5000 张手写数字灰度图片，20×20 像素，共十个类别。</translation>
    </message>
    <message>
        <source>70 000 grey pictures of clothes from Zalando, 28×28 px, in ten classes.</source>
        <translation>来自 Zalando 的 70 000 张服装灰度图片，28×28 像素，共十个类别。</translation>
    </message>
    <message>
        <source>70 000 grey pictures of handwritten digits, 28×28 px, in ten classes.</source>
        <translation>70 000 张手写数字灰度图片，28×28 像素，共十个类别。</translation>
    </message>
    <message>
        <source>A folder of one&apos;s own pictures, 64 px</source>
        <translation>自己的图片文件夹，64 像素</translation>
    </message>
    <message>
        <source>A lower bound on the mutual information between the categories and the picture. At its guide line every picture tells its categories; at zero they are ignored.</source>
        <translation>类别编码与图片之间互信息的下界。在参考线处，每张图片都能表明其类别编码；为零时编码被忽略。</translation>
    </message>
    <message>
        <source>A lower bound on the mutual information between the continuous codes and the picture. Below zero the reader guesses; the higher, the more exactly a code can be read off the picture.</source>
        <translation>连续编码与图片之间互信息的下界。低于零时读码器只是在猜；越高，编码就能从图片中读得越准。</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Adam β1</source>
        <translation>Adam β1</translation>
    </message>
    <message>
        <source>Adam β2</source>
        <translation>Adam β2</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>对抗</translation>
    </message>
    <message>
        <source>Adversarial loss</source>
        <translation>对抗损失</translation>
    </message>
    <message>
        <source>All %1 pictures are %2, %3.</source>
        <translation>全部 %1 张图片均为 %2，%3。</translation>
    </message>
    <message>
        <source>All three</source>
        <translation>三者全部</translation>
    </message>
    <message>
        <source>Animals &amp; Nature</source>
        <translation>动物与自然</translation>
    </message>
    <message>
        <source>Apache-2.0</source>
        <translation>Apache-2.0</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Back to the same initial weights. What was trained before is kept in &quot;%1&quot;.</source>
        <translation>已回到相同的初始权重。此前的训练保留在“%1”中。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Base channels</source>
        <translation>基础通道数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Batch norm lets D compare the pictures of a batch; a penalty on D&apos;s slope needs another one. Spectral norm bounds how steep D can be. Suited to the loss: layer norm where there is a penalty, else batch norm.</source>
        <translation>批归一化让判别器能比较一批中的图片；若对判别器的斜率有惩罚，则需改用其他归一化。谱归一化限制判别器的陡峭程度。“随损失而定”：有惩罚时用层归一化，否则用批归一化。</translation>
    </message>
    <message>
        <source>Both networks are told the class, so that afterwards one says what is to be drawn: a boot, a seven.</source>
        <translation>两个网络都会得知类别，因此之后可以指定要画什么：一只靴子，一个“7”。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Building the networks</source>
        <translation>正在构建网络</translation>
    </message>
    <message>
        <source>CC BY-SA 3.0</source>
        <translation>CC BY-SA 3.0</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别编码</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channels of the layer next to the picture; each halving of the side doubles them. Twice as many cost about four times the time.</source>
        <translation>紧邻图片的一层的通道数；边长每减半，通道数加倍。通道数加倍约需四倍时间。</translation>
    </message>
    <message>
        <source>Checking pictures</source>
        <translation>正在检查图片</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>Checkpoint saved at round %1.</source>
        <translation>已在第 %1 轮保存检查点。</translation>
    </message>
    <message>
        <source>Choice of labels</source>
        <translation>标签的选取</translation>
    </message>
    <message>
        <source>Class agreement</source>
        <translation>类别一致率</translation>
    </message>
    <message>
        <source>Classes present</source>
        <translation>出现的类别数</translation>
    </message>
    <message>
        <source>Classifier confidence</source>
        <translation>分类器置信度</translation>
    </message>
    <message>
        <source>Classifier score</source>
        <translation>分类器得分</translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Clothes in 15 minutes</source>
        <translation>15 分钟画出服装</translation>
    </message>
    <message>
        <source>Clothes to order in 20 minutes</source>
        <translation>20 分钟学会按要求画服装</translation>
    </message>
    <message>
        <source>Code error</source>
        <translation>编码错误率</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Colour under transparent pixels and in padding, as #rrggbb.</source>
        <translation>透明像素之下和填充区域的颜色，写作 #rrggbb。</translation>
    </message>
    <message>
        <source>Conditional GAN</source>
        <translation>条件 GAN</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Convolutions as in DCGAN, or plain wide layers as in the first conditional GAN, which are faster and coarser.</source>
        <translation>如 DCGAN 那样的卷积，或如最初的条件 GAN 那样的普通宽层，后者更快但更粗糙。</translation>
    </message>
    <message>
        <source>Convolutions up and down: the design that made GANs draw recognisable pictures.</source>
        <translation>上采样与下采样的卷积：正是这种设计使 GAN 画出可辨认的图片。</translation>
    </message>
    <message>
        <source>Cosine to zero</source>
        <translation>余弦降至零</translation>
    </message>
    <message>
        <source>Could not %1 %2: </source>
        <translation>无法%1 %2：</translation>
    </message>
    <message>
        <source>Could not read %1: it is not an ordinary file. Check the path.</source>
        <translation>无法读取 %1：它不是普通文件。请检查路径。</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖度</translation>
    </message>
    <message>
        <source>Crop to the centre</source>
        <translation>裁剪中央</translation>
    </message>
    <message>
        <source>Cross-entropy of the discriminator&apos;s classes on the labelled pictures. With few labels it is near zero soon; what counts is the test error.</source>
        <translation>判别器在带标签图片上分类的交叉熵。标签很少时它很快接近零；真正重要的是测试错误率。</translation>
    </message>
    <message>
        <source>Cutout</source>
        <translation>随机遮挡</translation>
    </message>
    <message>
        <source>D steps per G step</source>
        <translation>每次 G 更新前的 D 步数</translation>
    </message>
    <message>
        <source>D(G(z)), generated</source>
        <translation>D(G(z))，生成</translation>
    </message>
    <message>
        <source>D(x), real</source>
        <translation>D(x)，真实</translation>
    </message>
    <message>
        <source>DCGAN</source>
        <translation>DCGAN</translation>
    </message>
    <message>
        <source>DCGAN with the critic of Wasserstein and its penalty: the loss falls as the pictures improve. Each round takes about twice as long.</source>
        <translation>采用 Wasserstein 评判器及其惩罚的 DCGAN：图片变好时损失下降。每轮约需两倍时间。</translation>
    </message>
    <message>
        <source>DCGAN with the loss of R3GAN: real and generated pictures are judged in pairs and D is kept from being steep, so that the game converges.</source>
        <translation>采用 R3GAN 损失的 DCGAN：真实与生成图片成对评判，并防止判别器过于陡峭，使博弈收敛。</translation>
    </message>
    <message>
        <source>Decoding pictures</source>
        <translation>正在解码图片</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Digits from 100 labels in an hour</source>
        <translation>一小时用 100 个标签学会数字</translation>
    </message>
    <message>
        <source>Digits in 10 minutes</source>
        <translation>10 分钟画出数字</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>小批量判别</translation>
    </message>
    <message>
        <source>Discriminator activation</source>
        <translation>判别器激活函数</translation>
    </message>
    <message>
        <source>Discriminator dropout</source>
        <translation>判别器 dropout</translation>
    </message>
    <message>
        <source>Discriminator loss</source>
        <translation>判别器损失</translation>
    </message>
    <message>
        <source>Discriminator norm</source>
        <translation>判别器归一化</translation>
    </message>
    <message>
        <source>Discriminator rate</source>
        <translation>判别器学习率</translation>
    </message>
    <message>
        <source>EMA of the generator</source>
        <translation>生成器的 EMA</translation>
    </message>
    <message>
        <source>Ends the run after so many minutes of training, over all resumptions. 0: no limit.</source>
        <translation>训练这么多分钟后结束，历次继续训练累计。0：不限。</translation>
    </message>
    <message>
        <source>Ends the run after so many rounds in all. 0: no limit. A round is d_steps updates of the discriminator and one of the generator.</source>
        <translation>总共训练这么多轮后结束。0：不限。一轮包括判别器的 d_steps 次更新和生成器的一次更新。</translation>
    </message>
    <message>
        <source>Ends the run after the training data have been seen so many times. 0: no limit.</source>
        <translation>训练数据被看过这么多遍后结束。0：不限。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoch 数</translation>
    </message>
    <message>
        <source>Error on labelled pictures</source>
        <translation>带标签图片的错误率</translation>
    </message>
    <message>
        <source>Family %1 needs a %2 with each sample, which &quot;%3&quot; does not have.</source>
        <translation>模型 %1 要求每个样本都有%2，而“%3”没有。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Feature matching</source>
        <translation>特征匹配</translation>
    </message>
    <message>
        <source>Feature matching: the generator matches the mean of D&apos;s features on real pictures; its pictures are less sharp and the classifier is better. Adversarial: it deceives D by the loss above.</source>
        <translation>特征匹配：生成器去匹配判别器在真实图片上特征的均值；图片不那么清晰，但分类器更好。对抗：按上面的损失欺骗判别器。</translation>
    </message>
    <message>
        <source>Finds kinds and properties by itself: some inputs must be readable off the picture, so they come to mean digit, slant or width. No labels.</source>
        <translation>自行发现种类和属性：部分输入必须能从图片中读出，因此会逐渐表示数字、倾斜或宽度。不用标签。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配方式</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>旗帜</translation>
    </message>
    <message>
        <source>Food &amp; Drink</source>
        <translation>食物与饮料</translation>
    </message>
    <message>
        <source>For a few hundred to a few thousand colour pictures: fading instance noise keeps the discriminator from winning early. Plan some hours.</source>
        <translation>适用于几百到几千张彩色图片：逐渐减弱的实例噪声防止判别器过早获胜。请预留几个小时。</translation>
    </message>
    <message>
        <source>Fréchet distance</source>
        <translation>Fréchet 距离</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Fully connected GAN</source>
        <translation>全连接 GAN</translation>
    </message>
    <message>
        <source>GPL-2</source>
        <translation>GPL-2</translation>
    </message>
    <message>
        <source>Generating pictures</source>
        <translation>正在生成图片</translation>
    </message>
    <message>
        <source>Generating was stopped.</source>
        <translation>已停止生成。</translation>
    </message>
    <message>
        <source>Generator loss</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <source>Generator norm</source>
        <translation>生成器归一化</translation>
    </message>
    <message>
        <source>Generator rate</source>
        <translation>生成器学习率</translation>
    </message>
    <message>
        <source>Generator&apos;s aim</source>
        <translation>生成器的目标</translation>
    </message>
    <message>
        <source>Gradient of the classifier</source>
        <translation>分类器的梯度</translation>
    </message>
    <message>
        <source>Gradient of the discriminator</source>
        <translation>判别器的梯度</translation>
    </message>
    <message>
        <source>Gradient of the generator</source>
        <translation>生成器的梯度</translation>
    </message>
    <message>
        <source>Gradient of the reader</source>
        <translation>读码器的梯度</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Grey or colour.</source>
        <translation>灰度或彩色。</translation>
    </message>
    <message>
        <source>Hidden layers of each network. Usual: 2 to 4.</source>
        <translation>每个网络的隐藏层数。常用：2 到 4。</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页</translation>
    </message>
    <message>
        <source>How a picture that is not square becomes square.</source>
        <translation>非正方形图片如何变成正方形。</translation>
    </message>
    <message>
        <source>How densely generated pictures lie among real ones, on average; like precision, but a single odd real picture cannot raise it. 1 where both agree.</source>
        <translation>生成图片在真实图片中分布的平均密集程度；与精度类似，但不会因个别异常的真实图片而升高。两者一致时为 1。</translation>
    </message>
    <message>
        <source>How far generated pictures lie from real ones, by mean and spread of the features of a network trained on these data: lower is better, and held-out real pictures score the floor. Its features are Ganvas&apos;s own, so it is not FID and compares within one data set only.</source>
        <translation>按在该数据上训练的网络的特征的均值与离散程度，衡量生成图片与真实图片的距离：越低越好，留出的真实图片给出基线。特征来自 Ganvas 自己的网络，因此不是 FID，只能在同一数据集内比较。</translation>
    </message>
    <message>
        <source>How far pictures are turned, slanted, scaled and shifted before their categories are read off: a kind can then not mean a slant or a width, which the numbers are for. 0: not at all, as in the paper.</source>
        <translation>在读出类别编码之前，图片被旋转、倾斜、缩放和平移的幅度：这样种类就不能表示倾斜或宽度，那是数值编码的任务。0：完全不变动，如论文所述。</translation>
    </message>
    <message>
        <source>How long Adam remembers the direction of gradients. 0.5 instead of the usual 0.9 damps the oscillation of the two players.</source>
        <translation>Adam 对梯度方向的记忆长度。取 0.5 而不是通常的 0.9，可抑制双方的振荡。</translation>
    </message>
    <message>
        <source>How long Adam remembers the size of gradients.</source>
        <translation>Adam 对梯度大小的记忆长度。</translation>
    </message>
    <message>
        <source>How many classes the generator draws, as a network trained on these data reads its pictures: a class counts where it gets at least a tenth of an even share. Fewer than the data have: mode collapse.</source>
        <translation>按在该数据上训练的网络的识别，生成器画出了多少个类别：某类别至少达到平均份额的十分之一才计入。少于数据的类别数即为模式崩溃。</translation>
    </message>
    <message>
        <source>How many codes that are a number from -1 to 1: they come to mean slant, width, …</source>
        <translation>取 -1 到 1 之间数值的编码有多少个：它们会逐渐表示倾斜、宽度等。</translation>
    </message>
    <message>
        <source>How many codes that are one of several kinds. One for data of one kind of thing; more for pictures that differ in several ways.</source>
        <translation>取若干种类之一的编码有多少个。数据只有一类事物时用一个；图片在多方面有差异时用多个。</translation>
    </message>
    <message>
        <source>How many kinds each category has. Ten for digits or clothes.</source>
        <translation>每个类别编码有多少种。数字或服装用十种。</translation>
    </message>
    <message>
        <source>How many numbers the generator starts from. Fewer: less variety. Usual: 32 to 128.</source>
        <translation>生成器从多少个数开始。越少则多样性越低。常用：32 到 128。</translation>
    </message>
    <message>
        <source>How many pictures D judges at once, all real or all generated: a pack without variety gives a collapsed generator away.</source>
        <translation>判别器一次评判多少张图片（全真或全为生成）：缺乏多样性的一包会暴露模式崩溃的生成器。</translation>
    </message>
    <message>
        <source>How many pictures of each class the discriminator is told the class of. All others are used without their label.</source>
        <translation>每个类别中有多少张图片的类别会告诉判别器。其余图片不使用标签。</translation>
    </message>
    <message>
        <source>How much the discriminator&apos;s loss on labelled pictures counts beside that on real and generated ones. Usual: 1 to 5.</source>
        <translation>判别器在带标签图片上的损失，相对于在真实和生成图片上的损失所占的权重。常用：1 到 5。</translation>
    </message>
    <message>
        <source>How often all that is needed to go on is saved; every 30 seconds in any case.</source>
        <translation>保存继续训练所需一切内容的间隔；无论如何每 30 秒都会保存一次。</translation>
    </message>
    <message>
        <source>How often the sample grid is saved for the time slider. The first rounds are saved at 1, 2, 4, 8, … as well.</source>
        <translation>为时间滑块保存样本网格的间隔。最初的第 1、2、4、8、… 轮也会保存。</translation>
    </message>
    <message>
        <source>How sure a network trained on these data is of what it sees in a generated picture, on average. Low: smears between the classes.</source>
        <translation>在该数据上训练的网络对生成图片内容的平均把握。低：画的是介于各类别之间的模糊图像。</translation>
    </message>
    <message>
        <source>How sure of each picture and how varied over all, from 1 to the number of classes: the inception score&apos;s formula with Ganvas&apos;s own network, so not an inception score.</source>
        <translation>每张图片的把握程度与整体的多样程度，从 1 到类别数：采用 Inception Score 的公式，但用 Ganvas 自己的网络，因此不是 Inception Score。</translation>
    </message>
    <message>
        <source>How the discriminator is told the class: beside the picture, as in the first paper, or as a direction in its features that the picture is compared with, which usually gives clearer classes.</source>
        <translation>如何把类别告诉判别器：如最初的论文那样与图片并列；或作为特征空间中的一个方向与图片比较，后者通常使类别更分明。</translation>
    </message>
    <message>
        <source>How the learning rates change over the run.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <source>InfoGAN</source>
        <translation>InfoGAN</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Information in the categories</source>
        <translation>类别编码的信息量</translation>
    </message>
    <message>
        <source>Information in the numbers</source>
        <translation>数值编码的信息量</translation>
    </message>
    <message>
        <source>Initial weights, order of the data, noise and preview all follow from this number: the same seed on the same machine gives the same run, bit for bit.</source>
        <translation>初始权重、数据顺序、噪声和预览都由此数决定：同一台机器上相同的种子会得到逐位相同的训练。</translation>
    </message>
    <message>
        <source>Instance noise</source>
        <translation>实例噪声</translation>
    </message>
    <message>
        <source>Instance norm</source>
        <translation>实例归一化</translation>
    </message>
    <message>
        <source>Joined to the picture</source>
        <translation>与图片拼接</translation>
    </message>
    <message>
        <source>Judging generated pictures</source>
        <translation>正在评价生成的图片</translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation>保留检查点</translation>
    </message>
    <message>
        <source>Keeps the generator&apos;s activations at one scale. Batch norm is what made deep generators train; layer and instance norm look at each picture alone.</source>
        <translation>使生成器的激活值保持同一尺度。批归一化使深层生成器得以训练；层归一化和实例归一化只看单张图片。</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类数</translation>
    </message>
    <message>
        <source>Kinds found without labels in 30 minutes</source>
        <translation>30 分钟无标签发现种类</translation>
    </message>
    <message>
        <source>Label in D</source>
        <translation>判别器中的标签</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels per class</source>
        <translation>每类标签数</translation>
    </message>
    <message>
        <source>Largest allowed length of a network&apos;s gradient; longer ones are shortened to it. 0: never.</source>
        <translation>网络梯度允许的最大长度，超出时缩短到该值。0：从不裁剪。</translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation>潜变量维数</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learning rate of the discriminator. A little above lr_g (two time scales) often steadies the game. Usual: 5e-5 to 1e-3.</source>
        <translation>判别器的学习率。略高于 lr_g（双时间尺度）往往能使博弈更稳定。常用：5e-5 到 1e-3。</translation>
    </message>
    <message>
        <source>Learning rate of the generator. Too high: curves jump and pictures break; too low: nothing happens. Usual: 5e-5 to 1e-3.</source>
        <translation>生成器的学习率。过高：曲线跳动、图片崩坏；过低：毫无进展。常用：5e-5 到 1e-3。</translation>
    </message>
    <message>
        <source>Learns to name pictures from a handful of labels: the discriminator sorts real ones into classes and keeps one class for forgeries.</source>
        <translation>只凭少量标签学会识别图片：判别器把真实图片归入各类别，并为赝品留出一个类别。</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>Length of the classifier&apos;s whole gradient in its last update. Near zero it learns nothing (a generator whose discriminator has won); sudden peaks shake the run.</source>
        <translation>分类器上一次更新时整个梯度的长度。接近零说明学不到东西（例如判别器已获胜时的生成器）；突然的尖峰会动摇训练。</translation>
    </message>
    <message>
        <source>Length of the discriminator&apos;s whole gradient in its last update. Near zero it learns nothing (a generator whose discriminator has won); sudden peaks shake the run.</source>
        <translation>判别器上一次更新时整个梯度的长度。接近零说明学不到东西（例如判别器已获胜时的生成器）；突然的尖峰会动摇训练。</translation>
    </message>
    <message>
        <source>Length of the generator&apos;s whole gradient in its last update. Near zero it learns nothing (a generator whose discriminator has won); sudden peaks shake the run.</source>
        <translation>生成器上一次更新时整个梯度的长度。接近零说明学不到东西（例如判别器已获胜时的生成器）；突然的尖峰会动摇训练。</translation>
    </message>
    <message>
        <source>Length of the reader&apos;s whole gradient in its last update. Near zero it learns nothing (a generator whose discriminator has won); sudden peaks shake the run.</source>
        <translation>读码器上一次更新时整个梯度的长度。接近零说明学不到东西（例如判别器已获胜时的生成器）；突然的尖峰会动摇训练。</translation>
    </message>
    <message>
        <source>Like the data</source>
        <translation>与数据相同</translation>
    </message>
    <message>
        <source>Line %1 of %2</source>
        <translation>%2 的第 %1 行</translation>
    </message>
    <message>
        <source>Linear to zero</source>
        <translation>线性降至零</translation>
    </message>
    <message>
        <source>Looking at real pictures</source>
        <translation>正在查看真实图片</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message>
        <source>Looking for neighbours was stopped.</source>
        <translation>已停止查找近邻。</translation>
    </message>
    <message>
        <source>Looking for the nearest training pictures</source>
        <translation>正在查找最近的训练图片</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss on labels</source>
        <translation>标签损失</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>MIT</source>
        <translation>MIT</translation>
    </message>
    <message>
        <source>MNIST digits</source>
        <translation>MNIST 手写数字</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Maxout</source>
        <translation>Maxout</translation>
    </message>
    <message>
        <source>Maxout (the larger of two linear maps) as in the first paper, or leaky ReLU, which is faster.</source>
        <translation>Maxout（两个线性映射中较大者）如最初的论文所用；或更快的 leaky ReLU。</translation>
    </message>
    <message>
        <source>Measure every</source>
        <translation>测量间隔</translation>
    </message>
    <message>
        <source>Measuring how many threads are fastest</source>
        <translation>正在测量用多少线程最快</translation>
    </message>
    <message>
        <source>Measuring was stopped.</source>
        <translation>已停止测量。</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>正在测量：%1</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Minibatch features</source>
        <translation>小批量特征</translation>
    </message>
    <message>
        <source>Minimax (saturating)</source>
        <translation>极小极大（饱和）</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟数</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>变动幅度</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>New noise for G&apos;s turn</source>
        <translation>G 更新时用新噪声</translation>
    </message>
    <message>
        <source>Noise gone after</source>
        <translation>噪声消失于</translation>
    </message>
    <message>
        <source>Noise in D</source>
        <translation>判别器中的噪声</translation>
    </message>
    <message>
        <source>Non-saturating</source>
        <translation>非饱和</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None of the %1 pictures in %2 can be used: %3.</source>
        <translation>%2 中的 %1 张图片都无法使用：%3。</translation>
    </message>
    <message>
        <source>Noto emoji</source>
        <translation>Noto 表情符号</translation>
    </message>
    <message>
        <source>Noto emoji with skin tones</source>
        <translation>Noto 表情符号（含肤色）</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值编码</translation>
    </message>
    <message>
        <source>OFL-1.1</source>
        <translation>OFL-1.1</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Older checkpoints are removed.</source>
        <translation>更早的检查点会被删除。</translation>
    </message>
    <message>
        <source>Only for convolutional networks.</source>
        <translation>仅用于卷积网络。</translation>
    </message>
    <message>
        <source>Only for fully connected networks.</source>
        <translation>仅用于全连接网络。</translation>
    </message>
    <message>
        <source>Only these classes</source>
        <translation>仅这些类别</translation>
    </message>
    <message>
        <source>Only used while %1 is %2.</source>
        <translation>仅当 %1 为 %2 时使用。</translation>
    </message>
    <message>
        <source>Open Clip Art</source>
        <translation>Open Clip Art 剪贴画</translation>
    </message>
    <message>
        <source>OpenCV digits</source>
        <translation>OpenCV 手写数字</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Penalties are computed only in every so manyth round and count so much more there, which costs less and does nearly the same. Usual: 1 to 16.</source>
        <translation>每隔若干轮才计算一次惩罚，并在该轮按倍数计入：开销更小，效果几乎相同。常用：1 到 16。</translation>
    </message>
    <message>
        <source>Penalty every</source>
        <translation>惩罚间隔</translation>
    </message>
    <message>
        <source>Penalty of the loss</source>
        <translation>损失的惩罚项</translation>
    </message>
    <message>
        <source>Penalty on D&apos;s slope</source>
        <translation>判别器斜率惩罚</translation>
    </message>
    <message>
        <source>People &amp; Body</source>
        <translation>人物与身体</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures in one update. Larger: steadier gradients, slower rounds. Usual: 32 to 128.</source>
        <translation>一次更新所用的图片数。越大则梯度越稳定，但每轮越慢。常用：32 到 128。</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>Plain layer</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Plain layers have no channels.</source>
        <translation>普通层没有通道。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Previews and saved pictures come from an exponential moving average of the generator&apos;s weights with this decay (it warms up over the first rounds). 0: the live weights. Usual: 0.99 to 0.9999.</source>
        <translation>预览和保存的图片来自生成器权重的指数滑动平均，其衰减率为此值（最初几轮逐渐升高）。0：使用实时权重。常用：0.99 到 0.9999。</translation>
    </message>
    <message>
        <source>Processor threads for training. 0: measured once for these networks on this machine; more is not always faster.</source>
        <translation>训练所用的处理器线程数。0：针对这些网络在本机上测量一次；并非越多越快。</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>公有领域</translation>
    </message>
    <message>
        <source>Put train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz into %1/mnist</source>
        <translation>将 train-images-idx3-ubyte.gz、train-labels-idx1-ubyte.gz、t10k-images-idx3-ubyte.gz 和 t10k-labels-idx1-ubyte.gz 放入 %1/mnist</translation>
    </message>
    <message>
        <source>R1 on real pictures</source>
        <translation>真实图片处的 R1</translation>
    </message>
    <message>
        <source>R2 on generated ones</source>
        <translation>生成图片处的 R2</translation>
    </message>
    <message>
        <source>Rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>Reading the data was stopped.</source>
        <translation>已停止读取数据。</translation>
    </message>
    <message>
        <source>Real pictures get the target 1 - this instead of 1 (one-sided), so that D stays unsure. Usual: 0 or 0.1. With it D&apos;s optimum is no longer D*.</source>
        <translation>真实图片的目标值为 1 减去此值而不是 1（单侧），使判别器保持不确定。常用：0 或 0.1。使用后判别器的最优解不再是 D*。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Relativistic with R1 and R2</source>
        <translation>相对论式损失加 R1 与 R2</translation>
    </message>
    <message>
        <source>Relativistic, R1 + R2</source>
        <translation>相对论式，R1 + R2</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Rounds over which the instance noise falls to zero. 0: it stays.</source>
        <translation>实例噪声经多少轮降为零。0：一直保持。</translation>
    </message>
    <message>
        <source>Rounds over which the rates fall to zero.</source>
        <translation>学习率经多少轮降为零。</translation>
    </message>
    <message>
        <source>Save samples every</source>
        <translation>样本保存间隔</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Schedule length</source>
        <translation>调度长度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Semi-supervised GAN</source>
        <translation>半监督 GAN</translation>
    </message>
    <message>
        <source>Share of generated pictures that lie among real ones, by the features of a network trained on these data: how good the pictures are. Few modes, drawn well, score high.</source>
        <translation>按在该数据上训练的网络的特征，落在真实图片之中的生成图片的比例：衡量图片的质量。模式少但画得好也能得高分。</translation>
    </message>
    <message>
        <source>Share of held-out real pictures that the discriminator names wrongly, having been told the classes of a few only. The floor is the error of a network that was told all.</source>
        <translation>判别器只得知少数图片的类别时，对留出的真实图片识别错误的比例。基线是得知全部类别的网络的错误率。</translation>
    </message>
    <message>
        <source>Share of held-out real pictures that the first category, read off them, names wrongly, after every kind was given the class that it fits best. No label was used in training.</source>
        <translation>从留出的真实图片读出第一个类别编码，并把每个种类对应到最相符的类别后，识别错误的比例。训练中未使用任何标签。</translation>
    </message>
    <message>
        <source>Share of pictures that a network trained on these data reads as the class that was asked for. Held-out real pictures score the floor: that network errs as well.</source>
        <translation>被在该数据上训练的网络识别为所要求类别的图片的比例。留出的真实图片给出基线：该网络自身也会出错。</translation>
    </message>
    <message>
        <source>Share of real pictures that have a generated one nearby: like recall, but generated outliers cannot raise it.</source>
        <translation>附近有生成图片的真实图片的比例：与召回率类似，但不会因生成的离群图片而升高。</translation>
    </message>
    <message>
        <source>Share of real pictures that lie among generated ones: how much of the data&apos;s variety the generator draws. Falls with mode collapse.</source>
        <translation>落在生成图片之中的真实图片的比例：生成器画出了数据多少的多样性。模式崩溃时下降。</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s units that are left out at random in each update, so that it does not win too early. Usual: 0 to 0.5.</source>
        <translation>每次更新时随机略去的判别器单元的比例，以免它过早获胜。常用：0 到 0.5。</translation>
    </message>
    <message>
        <source>Share of the labelled pictures in the batch that the discriminator names wrongly. Zero soon, since it sees them again and again: the test error is the measure.</source>
        <translation>判别器对批次中带标签图片识别错误的比例。由于反复看到它们，很快会变为零：应以测试错误率为准。</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Side of the square pictures. Twice the side costs about four times the time for a round.</source>
        <translation>正方形图片的边长。边长加倍，一轮约需四倍时间。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Smileys &amp; Emotion</source>
        <translation>笑脸与情感</translation>
    </message>
    <message>
        <source>Some 1900 faces, animals, foods, things and flags in colour, 136×128 px, in the nine groups of Unicode.</source>
        <translation>约 1900 个彩色的表情、动物、食物、物品和旗帜，136×128 像素，分为 Unicode 的九组。</translation>
    </message>
    <message>
        <source>Some 3700 emoji in colour, 136×128 px: every person and hand in five skin tones as well.</source>
        <translation>约 3700 个彩色表情符号，136×128 像素：每个人物和手势还有五种肤色。</translation>
    </message>
    <message>
        <source>Some 800 cut-out photos and drawings of animals, plants, food and things, in folders by subject.</source>
        <translation>约 800 张动物、植物、食物和物品的抠图照片与图画，按主题分文件夹。</translation>
    </message>
    <message>
        <source>Some 8000 drawings by many hands, in folders by subject.</source>
        <translation>约 8000 幅出自众人之手的图画，按主题分文件夹。</translation>
    </message>
    <message>
        <source>Something went wrong inside Ganvas while computing; the log has the details.</source>
        <translation>Ganvas 在计算时内部出错，详情见日志。</translation>
    </message>
    <message>
        <source>Something went wrong inside Ganvas; the log has the details.</source>
        <translation>Ganvas 内部出错，详情见日志。</translation>
    </message>
    <message>
        <source>Spectral norm</source>
        <translation>谱归一化</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Standard deviation of Gaussian noise on everything that D sees, on the scale where pictures go from -1 to 1. Makes real and generated overlap, so that D&apos;s gradient does not vanish. Usual: 0 to 0.2.</source>
        <translation>加在判别器所见一切图片上的高斯噪声的标准差（图片取值范围为 -1 到 1）。使真实与生成的分布重叠，从而判别器的梯度不会消失。常用：0 到 0.2。</translation>
    </message>
    <message>
        <source>Standard deviation of the noise that is added to the discriminator&apos;s layers while training, so that it does not learn the few labels by heart.</source>
        <translation>训练时加在判别器各层上的噪声的标准差，以免它背下为数不多的标签。</translation>
    </message>
    <message>
        <source>Stopped while the feature network was made.</source>
        <translation>在训练特征网络时停止。</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Suited to the loss</source>
        <translation>随损失而定</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Tells D how alike the pictures of a batch are, so that it sees when the generator always draws the same: a cure for mode collapse.</source>
        <translation>告诉判别器一批图片彼此有多相似，使它能看出生成器总画同样的内容：可治模式崩溃。</translation>
    </message>
    <message>
        <source>Test error</source>
        <translation>测试错误率</translation>
    </message>
    <message>
        <source>Test error, labels alone</source>
        <translation>测试错误率（仅用标签）</translation>
    </message>
    <message>
        <source>The CUDA device gave up: %1 Try --device cpu.</source>
        <translation>CUDA 设备出错：%1 请尝试 --device cpu。</translation>
    </message>
    <message>
        <source>The Fréchet distance from %1 pictures would say nothing: it needs at least %2 (four for each of %3 features).</source>
        <translation>用 %1 张图片计算的 Fréchet 距离没有意义：至少需要 %2 张（%3 个特征各 4 张）。</translation>
    </message>
    <message>
        <source>The checkpoint has no &quot;%1&quot;: it belongs to other networks.</source>
        <translation>检查点中没有“%1”：它属于其他网络。</translation>
    </message>
    <message>
        <source>The checkpoint has no &quot;%1&quot;: it cannot be gone on from.</source>
        <translation>检查点中没有“%1”：无法从它继续。</translation>
    </message>
    <message>
        <source>The checkpoint has no &quot;ema.%1&quot;.</source>
        <translation>检查点中没有“ema.%1”。</translation>
    </message>
    <message>
        <source>The data &quot;%1&quot; have changed since this run began, so it cannot go on as the same run. Bring the old data back, or start a new run.</source>
        <translation>数据“%1”在训练开始后有了变化，因此无法作为同一次训练继续。请恢复原来的数据，或开始新的训练。</translation>
    </message>
    <message>
        <source>The data of this run have no classes that pictures could be sorted into.</source>
        <translation>本次训练的数据没有可供图片归类的类别。</translation>
    </message>
    <message>
        <source>The data set has %1 pictures for training; to judge what is made from it at least %2 are needed.</source>
        <translation>该数据集有 %1 张训练图片；要评价由它生成的图片，至少需要 %2 张。</translation>
    </message>
    <message>
        <source>The decoded pictures are held in memory and will be decoded again next time, because they could not be cached. %1</source>
        <translation>由于无法缓存，解码后的图片保存在内存中，下次会重新解码。%1</translation>
    </message>
    <message>
        <source>The decoded pictures in %1 came back other than they were written. Check the disk.</source>
        <translation>%1 中的解码图片读回时与写入时不同。请检查磁盘。</translation>
    </message>
    <message>
        <source>The default DCGAN on Fashion-MNIST: recognisable clothes after two or three minutes, good ones after fifteen.</source>
        <translation>在 Fashion-MNIST 上使用默认的 DCGAN：两三分钟后画出可辨认的服装，十五分钟后画得不错。</translation>
    </message>
    <message>
        <source>The default InfoGAN on handwritten digits: its category comes to mean the digit, its numbers slant and width. No label is used.</source>
        <translation>在手写数字上使用默认的 InfoGAN：类别编码会逐渐表示数字，数值编码表示倾斜和宽度。不使用任何标签。</translation>
    </message>
    <message>
        <source>The default conditional GAN on Fashion-MNIST: after training one asks for a boot or a shirt and gets it.</source>
        <translation>在 Fashion-MNIST 上使用默认的条件 GAN：训练之后，要靴子就得靴子，要衬衫就得衬衫。</translation>
    </message>
    <message>
        <source>The default semi-supervised GAN on handwritten digits with ten labels for each: watch the test error fall far below what a plain classifier gets from them.</source>
        <translation>在手写数字上使用默认的半监督 GAN，每个数字十个标签：看测试错误率降到远低于普通分类器所能达到的水平。</translation>
    </message>
    <message>
        <source>The discriminator&apos;s answer to generated pictures. It should come up to meet D(x); at zero for long, D has won.</source>
        <translation>判别器对生成图片的回答。它应上升并与 D(x) 相接；若长期为零，则判别器已获胜。</translation>
    </message>
    <message>
        <source>The discriminator&apos;s answer to real pictures: its logit for &quot;real&quot;, averaged over the batch.</source>
        <translation>判别器对真实图片的回答：判为“真实”的 logit，取批次平均。</translation>
    </message>
    <message>
        <source>The discriminator&apos;s answer to real pictures: the probability that it gives to &quot;real&quot;, averaged over the batch.</source>
        <translation>判别器对真实图片的回答：判为“真实”的概率，取批次平均。</translation>
    </message>
    <message>
        <source>The edit of %1</source>
        <translation>对 %1 的更改</translation>
    </message>
    <message>
        <source>The feature network names the class of %1 % of the held-out pictures.</source>
        <translation>特征网络能说对 %1% 的留出图片的类别。</translation>
    </message>
    <message>
        <source>The feature network names the rotation of %1 % of the held-out pictures.</source>
        <translation>特征网络能说对 %1% 的留出图片的旋转角度。</translation>
    </message>
    <message>
        <source>The file %1</source>
        <translation>文件 %1 </translation>
    </message>
    <message>
        <source>The file %1 is far larger than it should be (%2 bytes, at most %3). Check that it is the right one.</source>
        <translation>文件 %1 远大于应有的大小（%2 字节，最多应为 %3）。请确认这是正确的文件。</translation>
    </message>
    <message>
        <source>The file %1 is not a whole safetensors file: %2. Use an earlier checkpoint, or take the file from its source again.</source>
        <translation>文件 %1 不是完整的 safetensors 文件：%2。请使用更早的检查点，或重新从来源获取该文件。</translation>
    </message>
    <message>
        <source>The first GAN on MNIST: digits one can read after about five minutes. A good game to watch.</source>
        <translation>在 MNIST 上的最初的 GAN：约五分钟后数字即可辨认。很值得观看的博弈。</translation>
    </message>
    <message>
        <source>The first GAN: two plain networks play against each other. Trains in minutes, ideal to watch the game.</source>
        <translation>最初的 GAN：两个普通网络相互对抗。几分钟即可训练，非常适合观看博弈过程。</translation>
    </message>
    <message>
        <source>The floor comes from %1 real pictures, all that are held out, and is a little too high beside %2 generated ones.</source>
        <translation>基线来自全部 %1 张留出的真实图片，与 %2 张生成图片相比略偏高。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; is not empty. Use --resume to go on with a run in it, or choose another folder.</source>
        <translation>文件夹“%1”不是空的。请用 --resume 继续其中的训练，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Check that you may enter it.</source>
        <translation>无法读取文件夹 %1。请检查您是否有访问权限。</translation>
    </message>
    <message>
        <source>The folder %1 holds more than one IDX set (%2). Give the path of the file to use.</source>
        <translation>文件夹 %1 中有多个 IDX 数据集（%2）。请给出要使用的文件的路径。</translation>
    </message>
    <message>
        <source>The folder %1 holds no IDX file of pictures.</source>
        <translation>文件夹 %1 中没有图片的 IDX 文件。</translation>
    </message>
    <message>
        <source>The folder %1 holds no pictures. Ganvas reads png, jpg, webp and bmp files; choose the folder that they lie in.</source>
        <translation>文件夹 %1 中没有图片。Ganvas 可读取 png、jpg、webp 和 bmp 文件；请选择它们所在的文件夹。</translation>
    </message>
    <message>
        <source>The font %1 %2. %3</source>
        <translation>字体 %1 %2。%3</translation>
    </message>
    <message>
        <source>The font %1 draws none of the emoji that %2 names. %3</source>
        <translation>字体 %1 画不出 %2 所列的任何表情符号。%3</translation>
    </message>
    <message>
        <source>The game&apos;s value E log D(x) + E log(1 - D(G(z))): D pushes it up towards 0, G pushes it down towards -log 4, its value when generated and real pictures are alike.</source>
        <translation>博弈的价值 E log D(x) + E log(1 - D(G(z)))：判别器将它推高至 0，生成器将它压低至 -log 4，即生成图片与真实图片无法区分时的值。</translation>
    </message>
    <message>
        <source>The generator learns against the discriminator as it will be after so many more updates, which keeps it from running after one mode. Each step costs about an update of D and much memory. 0: off. Usual: 1 to 5.</source>
        <translation>生成器针对再更新若干步之后的判别器来学习，以免只追逐一个模式。每一步的开销约为判别器的一次更新，并占用大量内存。0：关闭。常用：1 到 5。</translation>
    </message>
    <message>
        <source>The generator makes pictures that are not numbers (NaN or infinity), which no metric can judge.</source>
        <translation>生成器画出的图片含有非数值（NaN 或无穷大），任何指标都无法评价。</translation>
    </message>
    <message>
        <source>The generator&apos;s update draws new noise, as in the paper. Otherwise it goes back through the pictures that the discriminator has just judged, which saves a pass through the generator, about a tenth of a round.</source>
        <translation>如论文所述，生成器更新时抽取新的噪声。否则直接沿判别器刚评判过的图片反向传播，可省去一次生成器前向计算，约为一轮的十分之一。</translation>
    </message>
    <message>
        <source>The gradient of the %1</source>
        <translation>%1的梯度</translation>
    </message>
    <message>
        <source>The header of %1</source>
        <translation>%1 的文件头</translation>
    </message>
    <message>
        <source>The list of data sets %1 is damaged. Install Ganvas again.</source>
        <translation>数据集列表 %1 已损坏。请重新安装 Ganvas。</translation>
    </message>
    <message>
        <source>The list of emoji %1 %2. %3</source>
        <translation>表情符号列表 %1 %2。%3</translation>
    </message>
    <message>
        <source>The loss of phase &quot;%1&quot;</source>
        <translation>阶段“%1”的损失</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; cannot take the input &quot;%2&quot; in this form.</source>
        <translation>模型“%1”不接受这种形式的输入“%2”。</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state &quot;%1&quot; has the wrong number type.</source>
        <translation>优化器状态“%1”的数值类型有误。</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state &quot;%1&quot; has the wrong shape.</source>
        <translation>优化器状态“%1”的形状有误。</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state counts a negative number of steps.</source>
        <translation>优化器状态中的步数为负。</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state has an entry &quot;%1&quot; that belongs to no parameter.</source>
        <translation>优化器状态中的条目“%1”不属于任何参数。</translation>
    </message>
    <message>
        <source>The optimizer&apos;s state has no entry &quot;%1&quot;.</source>
        <translation>优化器状态中没有条目“%1”。</translation>
    </message>
    <message>
        <source>The pictures in %1 differ in size (%2×%3 px, but %4 is %5×%6 px). Choose a size, for example 64.</source>
        <translation>%1 中的图片大小不一（%2×%3 像素，而 %4 为 %5×%6 像素）。请选择一个大小，例如 64。</translation>
    </message>
    <message>
        <source>The preset %1</source>
        <translation>预设 %1 </translation>
    </message>
    <message>
        <source>The random states in the checkpoint are damaged.</source>
        <translation>检查点中的随机状态已损坏。</translation>
    </message>
    <message>
        <source>The rates are constant.</source>
        <translation>学习率是恒定的。</translation>
    </message>
    <message>
        <source>The run &quot;%1&quot; has no checkpoint yet, so there is nothing to go on from.</source>
        <translation>训练“%1”还没有检查点，无从继续。</translation>
    </message>
    <message>
        <source>The run &quot;%1&quot; has no sample grid from that early.</source>
        <translation>训练“%1”没有那么早的样本网格。</translation>
    </message>
    <message>
        <source>The run was ended before its first checkpoint, so it begins anew with the same initial weights.</source>
        <translation>训练在第一个检查点之前就结束了，因此以相同的初始权重重新开始。</translation>
    </message>
    <message>
        <source>The run&apos;s configuration %1</source>
        <translation>训练的配置 %1 </translation>
    </message>
    <message>
        <source>The same share for a plain classifier: the discriminator&apos;s network, trained beside it on the same few labels and nothing else. What lies between the two curves is what the unlabelled pictures taught.</source>
        <translation>普通分类器的同一比例：与判别器相同的网络，只用同样的少量标签在旁训练。两条曲线之间的差距就是无标签图片所教的内容。</translation>
    </message>
    <message>
        <source>The saturating loss of 2014</source>
        <translation>2014 年的饱和损失</translation>
    </message>
    <message>
        <source>The sheet of pictures %1 %2. %3</source>
        <translation>图片拼版 %1 %2。%3</translation>
    </message>
    <message>
        <source>The value function exactly as first written: watch the generator&apos;s gradient fade while the discriminator wins.</source>
        <translation>与最初写法完全相同的价值函数：看判别器获胜时生成器的梯度如何消失。</translation>
    </message>
    <message>
        <source>The weight of information grows from zero to its full value over so many rounds, so that pictures come before their kinds. 0: full from the start.</source>
        <translation>信息权重经这么多轮从零增长到完整值，使图片先于种类成形。0：一开始就是完整值。</translation>
    </message>
    <message>
        <source>The words for emoji in %1 cannot be read, so they are left out. Get the file again.</source>
        <translation>无法读取 %1 中表情符号的名称，因此略去。请重新获取该文件。</translation>
    </message>
    <message>
        <source>There are no labels for %1, so no labels are used. Put its labels file beside it.</source>
        <translation>%1 没有标签，因此不使用标签。请把它的标签文件放在旁边。</translation>
    </message>
    <message>
        <source>There are too few pictures in &quot;%1&quot; to compare neighbourhoods.</source>
        <translation>“%1”中的图片太少，无法比较邻域。</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>现有：%1。</translation>
    </message>
    <message>
        <source>There is no class %1 in %2. Choose among: %3.</source>
        <translation>%2 中没有类别 %1。可选：%3。</translation>
    </message>
    <message>
        <source>There is no loss named &quot;%1&quot;; the parameter loss takes one of %2.</source>
        <translation>没有名为“%1”的损失；参数 loss 可取 %2 之一。</translation>
    </message>
    <message>
        <source>There is no parameter %1.</source>
        <translation>没有参数 %1。</translation>
    </message>
    <message>
        <source>There is no parameter %1; did you mean %2?</source>
        <translation>没有参数 %1；您是指 %2 吗？</translation>
    </message>
    <message>
        <source>There is no preset %1. A file is given as a path.</source>
        <translation>没有预设 %1。如要指定文件，请给出路径。</translation>
    </message>
    <message>
        <source>There is no preset %1. There are: %2. A file is given as a path.</source>
        <translation>没有预设 %1。现有预设：%2。如要指定文件，请给出路径。</translation>
    </message>
    <message>
        <source>There is no run in %1: it has no config.json. Choose a folder that Ganvas has trained into.</source>
        <translation>%1 中没有训练记录：缺少 config.json。请选择 Ganvas 训练过的文件夹。</translation>
    </message>
    <message>
        <source>There is not enough memory for these networks and this batch. Lower batch, size or the number of channels.</source>
        <translation>内存不足以容纳这些网络和这一批数据。请减小批大小、图片大小或通道数。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs or use smaller data.</source>
        <translation>内存不足。请关闭其他程序，或使用较小的数据。</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1. Close other programs and try again.</source>
        <translation>内存不足，无法读取 %1。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>These networks have no category whose error could be measured (categorical is 0).</source>
        <translation>这些网络没有可测量误差的类别编码（categorical 为 0）。</translation>
    </message>
    <message>
        <source>These pictures are of another size than the run&apos;s data.</source>
        <translation>这些图片的大小与训练数据不同。</translation>
    </message>
    <message>
        <source>This loss has R1 and R2 of its own: set their weight with penalty.</source>
        <translation>该损失自带 R1 和 R2：请用 penalty 设定其权重。</translation>
    </message>
    <message>
        <source>This loss has no penalty of its own.</source>
        <translation>该损失没有自己的惩罚项。</translation>
    </message>
    <message>
        <source>This loss has no targets that could be smoothed.</source>
        <translation>该损失没有可平滑的目标值。</translation>
    </message>
    <message>
        <source>This machine has %1 CUDA device(s)</source>
        <translation>本机有 %1 个 CUDA 设备</translation>
    </message>
    <message>
        <source>This machine offers no CUDA device to Ganvas</source>
        <translation>本机没有可供 Ganvas 使用的 CUDA 设备</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>To get it: %1</source>
        <translation>获取方法：%1</translation>
    </message>
    <message>
        <source>Training pictures that went through the discriminator per second.</source>
        <translation>每秒通过判别器的训练图片数。</translation>
    </message>
    <message>
        <source>Training the feature network, once for these data</source>
        <translation>正在训练特征网络，每份数据只需一次</translation>
    </message>
    <message>
        <source>Trains on some of the data&apos;s classes: names or numbers, separated by commas (sandal, sneaker, ankle boot). Empty: on all.</source>
        <translation>只用部分类别训练：类别名称或编号，以逗号分隔（sandal, sneaker, ankle boot）。留空：使用全部类别。</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Travel &amp; Places</source>
        <translation>旅行与地点</translation>
    </message>
    <message>
        <source>Tux Paint stamps</source>
        <translation>Tux Paint 图章</translation>
    </message>
    <message>
        <source>Units of a fully connected layer between latent and convolutions, and between the discriminator&apos;s convolutions and what it says: what is read off a picture then rests on the whole of it. 0: none.</source>
        <translation>在潜变量与卷积之间，以及判别器的卷积与其输出之间的全连接层的单元数：这样从图片读出的内容便以整张图片为依据。0：无此层。</translation>
    </message>
    <message>
        <source>Units of the narrowest layer; each layer nearer to the picture has twice as many.</source>
        <translation>最窄一层的单元数；每向图片靠近一层，单元数加倍。</translation>
    </message>
    <message>
        <source>Unrolled steps</source>
        <translation>展开步数</translation>
    </message>
    <message>
        <source>Updates of the discriminator before each one of the generator. More keeps D closer to its optimum D*; the generator learns more slowly.</source>
        <translation>生成器每更新一次之前，判别器更新的次数。次数越多，判别器越接近最优解 D*，但生成器学得越慢。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Value V(D,G)</source>
        <translation>价值 V(D,G)</translation>
    </message>
    <message>
        <source>Wasserstein with gradient penalty</source>
        <translation>Wasserstein 加梯度惩罚</translation>
    </message>
    <message>
        <source>Wasserstein, clipped</source>
        <translation>Wasserstein，权重裁剪</translation>
    </message>
    <message>
        <source>Wasserstein, gradient penalty</source>
        <translation>Wasserstein，梯度惩罚</translation>
    </message>
    <message>
        <source>Weight grows over</source>
        <translation>权重增长期</translation>
    </message>
    <message>
        <source>Weight of information</source>
        <translation>信息权重</translation>
    </message>
    <message>
        <source>Weight of labels</source>
        <translation>标签权重</translation>
    </message>
    <message>
        <source>Weight of what the loss asks of D besides: the gradient penalty λ of wgan-gp (paper: 10), γ of r3gan&apos;s R1 + R2 (1), the bound on the weights of wgan (0.01). 0: the value in brackets.</source>
        <translation>损失对判别器附加要求的权重：wgan-gp 的梯度惩罚 λ（论文：10）、r3gan 的 R1 + R2 的 γ（1）、wgan 的权重界限（0.01）。0：取括号中的值。</translation>
    </message>
    <message>
        <source>Weight γ of the penalty on D&apos;s squared slope at generated pictures, halved as in the paper. Near the optimum it makes the game converge. 0: off. Usual: 0.1 to 10.</source>
        <translation>判别器在生成图片处斜率平方的惩罚权重 γ，如论文所述取一半。在最优点附近可使博弈收敛。0：关闭。常用：0.1 到 10。</translation>
    </message>
    <message>
        <source>Weight γ of the penalty on D&apos;s squared slope at real pictures, halved as in the paper. Near the optimum it makes the game converge. 0: off. Usual: 0.1 to 10.</source>
        <translation>判别器在真实图片处斜率平方的惩罚权重 γ，如论文所述取一半。在最优点附近可使博弈收敛。0：关闭。常用：0.1 到 10。</translation>
    </message>
    <message>
        <source>What D minimises: the sum of its terms for real and for generated pictures. Near its guide line D can no longer tell them apart; near zero D has won and G may get no useful gradient.</source>
        <translation>判别器最小化的量：真实与生成图片两项之和。接近参考线时，判别器已无法区分两者；接近零时，判别器已获胜，生成器可能得不到有用的梯度。</translation>
    </message>
    <message>
        <source>What D pays for a steep answer, its weight included. Far above the loss it holds D still; near zero it does nothing.</source>
        <translation>判别器因回答过于陡峭而付出的代价（含权重）。远高于损失时判别器被束缚不动；接近零时不起作用。</translation>
    </message>
    <message>
        <source>What G minimises. It need not fall while the pictures improve, since D improves as well: a steady band is a good sign, a steady climb means that D is winning.</source>
        <translation>生成器最小化的量。图片变好时它不一定下降，因为判别器也在进步：稳定在一个区间是好兆头，持续上升则说明判别器正在获胜。</translation>
    </message>
    <message>
        <source>What convolutions and large linear layers compute in. bfloat16 is about twice as fast on processors with AVX512-BF16 or AMX; others compute in float32 all the same. Weights stay float32.</source>
        <translation>卷积和大型线性层计算所用的精度。在支持 AVX512-BF16 或 AMX 的处理器上，bfloat16 约快一倍；其他处理器仍用 float32 计算。权重始终为 float32。</translation>
    </message>
    <message>
        <source>What the two players play for. Non-saturating: The generator raises log D(G(z)) instead of lowering log(1 - D(G(z))): the same optimum, but a strong gradient while its pictures are still easy to tell. A good first choice. Minimax (saturating): The value function of the first GAN paper, both sides: the generator lowers log(1 - D(G(z))). Its gradient fades while the discriminator wins, which is why the non-saturating form is used in practice. Least squares: The discriminator answers with a number that should be 1 for real and 0 for generated pictures; errors count squared, so pictures far from the real ones keep a gradient. Hinge: The discriminator only cares for pictures inside a margin of 1 around its border; those that it tells safely apart no longer move it. Common with spectral normalisation. Wasserstein, clipped: The discriminator becomes a critic: the gap between its mean answers estimates how far generated pictures lie from real ones, and its weights are clipped so that it cannot grow without bound. Give it several steps and a lower rate. Wasserstein, gradient penalty: The critic of Wasserstein, held in check by a penalty on its gradient between real and generated pictures instead of by clipping: steadier, and a round takes about twice as long. Relativistic, R1 + R2: The discriminator says which of a real and a generated picture is more real, so every mode of the data keeps pulling at the generator; penalties on its gradient at both (R1, R2) make the game converge near the optimum. A round takes about twice as long.</source>
        <translation>两个玩家博弈的目标。非饱和：生成器提高 log D(G(z))，而不是降低 log(1 - D(G(z)))；最优点相同，但在图片还很容易识破时梯度较强。是不错的首选。极小极大（饱和）：最初的 GAN 论文的价值函数，双方同用：生成器降低 log(1 - D(G(z)))。判别器占优时其梯度会消失，因此实践中多用非饱和形式。最小二乘：判别器给出一个数，真实图片应为 1，生成图片应为 0；误差按平方计算，因此远离真实的图片仍有梯度。合页：判别器只关心边界两侧间隔 1 以内的图片，能稳妥分辨的图片不再影响它。常与谱归一化同用。Wasserstein（权重裁剪）：判别器变为评判器（critic），它对两类图片的平均回答之差估计生成图片与真实图片的距离，其权重被裁剪以免无限增长。请给它多个更新步和较低的学习率。Wasserstein（梯度惩罚）：不用裁剪，而是惩罚评判器在真实与生成图片之间的梯度：更稳定，但一轮约需两倍时间。相对论式 R1 + R2：判别器判断一张真实图片和一张生成图片哪个更真，因此数据的每个模式都会持续牵引生成器；对两者处梯度的惩罚（R1、R2）使博弈在最优点附近收敛。一轮约需两倍时间。</translation>
    </message>
    <message>
        <source>Where to compute: auto (a CUDA card where there is one, else the processor), cpu, cuda or cuda:N.</source>
        <translation>在哪里计算：auto（有 CUDA 显卡则用之，否则用处理器）、cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>Which metrics those are, separated by commas (frechet, recall, …). Empty: all that fit.</source>
        <translation>计算哪些指标，以逗号分隔（frechet, recall, …）。留空：所有适用的指标。</translation>
    </message>
    <message>
        <source>Which pictures those are: another number, another choice.</source>
        <translation>选取哪些图片：换一个数就是另一种选取。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a side of %1</source>
        <translation>%1的一个边长</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text without control characters, in UTF-8</source>
        <translation>不含控制字符的 UTF-8 文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a whole number from 0 to %1</source>
        <translation>0 到 %1 之间的整数</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部信息</translation>
    </message>
    <message>
        <source>all pictures</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an object of parameters</source>
        <translation>参数对象</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>由文本组成的对象</translation>
    </message>
    <message>
        <source>are over-large (more than 100 megapixels or 16384 px a side) and were</source>
        <translation>过大（超过 1 亿像素或边长 16384 像素），已</translation>
    </message>
    <message>
        <source>background &quot;%1&quot; is not a colour. Write it as #rrggbb, e.g. #ffffff for white.</source>
        <translation>background “%1”不是颜色。请写成 #rrggbb，例如白色为 #ffffff。</translation>
    </message>
    <message>
        <source>batch %1 cannot be divided into packs of %2. Take a multiple of it, or pack 1.</source>
        <translation>批大小 %1 无法分成每 %2 张一包。请取其倍数，或令 pack 为 1。</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>cannot be decoded; save it again as PNG or JPEG</source>
        <translation>无法解码；请重新保存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>cannot be drawn; the font is damaged, get it again</source>
        <translation>无法绘制；字体已损坏，请重新获取</translation>
    </message>
    <message>
        <source>cannot be opened; check that the file is there and that you may read it</source>
        <translation>无法打开；请检查文件是否存在以及您是否有读取权限</translation>
    </message>
    <message>
        <source>cannot be written: a name or path in it is not UTF-8. Rename the file or folder.</source>
        <translation>无法写入：其中的名称或路径不是 UTF-8。请重命名该文件或文件夹。</translation>
    </message>
    <message>
        <source>categorical and continuous are both 0: an InfoGAN without codes is a plain GAN. Give it at least one code.</source>
        <translation>categorical 和 continuous 均为 0：没有编码的 InfoGAN 就是普通的 GAN。请至少给它一个编码。</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别编码</translation>
    </message>
    <message>
        <source>channels is %1; choose 1 (grey), 3 (colour) or 0 (as the pictures are).</source>
        <translation>channels 为 %1；请选择 1（灰度）、3（彩色）或 0（与图片相同）。</translation>
    </message>
    <message>
        <source>class &quot;%1&quot; is not known. There are: %2.</source>
        <translation>未知的类别“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>classes &quot;%1&quot;: %2</source>
        <translation>类别（classes）“%1”：%2</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>code</source>
        <translation>数值编码</translation>
    </message>
    <message>
        <source>code &quot;%1&quot; is not known. %2</source>
        <translation>未知的编码“%1”。%2</translation>
    </message>
    <message>
        <source>code %1=%2: it is a number from -2 to 2; -1 to 1 is what the networks learnt.</source>
        <translation>编码 %1=%2：它应为 -2 到 2 之间的数；网络所学的范围是 -1 到 1。</translation>
    </message>
    <message>
        <source>code %1=%2: it is a whole number from 0 to %3.</source>
        <translation>编码 %1=%2：它应为 0 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>个</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>config &quot;%1&quot;</source>
        <translation>配置“%1”</translation>
    </message>
    <message>
        <source>could not be read and were</source>
        <translation>无法读取，已</translation>
    </message>
    <message>
        <source>count must be between 1 and %1.</source>
        <translation>count 必须在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>创建文件夹</translation>
    </message>
    <message>
        <source>data &quot;%1&quot; has only one class, and there is nothing to tell apart. Take data with two classes or more (sub-folders are classes).</source>
        <translation>数据“%1”只有一个类别，没有可区分的内容。请使用有两个或更多类别的数据（子文件夹即类别）。</translation>
    </message>
    <message>
        <source>device &quot;%1&quot; is not known. Use auto, cpu, cuda or cuda:N.</source>
        <translation>未知的设备“%1”。请使用 auto、cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>device &quot;%1&quot; is not there. %2; use --device cpu or auto.</source>
        <translation>设备“%1”不存在。%2；请使用 --device cpu 或 auto。</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>discriminator %1 of %2</source>
        <translation>判别器（%1/%2）</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>epoch</translation>
    </message>
    <message>
        <source>family &quot;%1&quot; is not known. There are: %2.</source>
        <translation>未知的模型“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>has %1 at %2; a number, a text, true or false belongs there.</source>
        <translation>在 %2 处是%1，而那里应为数字、文本、true 或 false。</translation>
    </message>
    <message>
        <source>has %1 at %2; a text belongs there.</source>
        <translation>在 %2 处是%1，而那里应为文本。</translation>
    </message>
    <message>
        <source>has %1 rows of tiles instead of %2 for each of %3 classes</source>
        <translation>有 %1 行图块，而不是 %3 个类别各 %2 行</translation>
    </message>
    <message>
        <source>has a NUL character in the text at %1.</source>
        <translation>在 %1 处的文本含有 NUL 字符。</translation>
    </message>
    <message>
        <source>has a key with a NUL character in it.</source>
        <translation>有一个键名含 NUL 字符。</translation>
    </message>
    <message>
        <source>has a number at %1 that is too large for a whole number.</source>
        <translation>在 %1 处的数超出了整数的范围。</translation>
    </message>
    <message>
        <source>has a number in it that is too large.</source>
        <translation>中有一个数过大。</translation>
    </message>
    <message>
        <source>has a size that its header does not tell; save it again</source>
        <translation>的大小与文件头不符；请重新保存</translation>
    </message>
    <message>
        <source>has an empty picture in the font; get a newer one</source>
        <translation>在字体中的图片是空的；请获取更新的字体</translation>
    </message>
    <message>
        <source>has no colour picture in the font; get a newer one</source>
        <translation>在字体中没有彩色图片；请获取更新的字体</translation>
    </message>
    <message>
        <source>has the key %1 twice. Remove one of them.</source>
        <translation>中键 %1 出现了两次。请删除其中一个。</translation>
    </message>
    <message>
        <source>holds %1 where an object of parameters {&quot;key&quot;: value, …} belongs.</source>
        <translation>的内容是%1，而这里应为参数对象 {&quot;key&quot;: value, …}。</translation>
    </message>
    <message>
        <source>holds no colour bitmaps (CBDT), the only kind of emoji that Ganvas draws</source>
        <translation>不含彩色位图（CBDT），而 Ganvas 只能绘制这种表情符号</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>is %1, which is no whole number of tiles of %2</source>
        <translation>为 %1，不是 %2 图块的整数倍</translation>
    </message>
    <message>
        <source>is %1×%2 px, more than Ganvas decodes (100 megapixels, 16384 px a side); make it smaller</source>
        <translation>为 %1×%2 像素，超出 Ganvas 的解码上限（1 亿像素、边长 16384 像素）；请缩小它</translation>
    </message>
    <message>
        <source>is a file of more than 512 MB; make it smaller</source>
        <translation>是超过 512 MB 的文件；请缩小它</translation>
    </message>
    <message>
        <source>is an animation; save one of its pictures as PNG</source>
        <translation>是动画；请将其中一帧保存为 PNG</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>is cut off; copy or download it again</source>
        <translation>不完整；请重新复制或下载</translation>
    </message>
    <message>
        <source>is damaged or no font</source>
        <translation>已损坏或不是字体</translation>
    </message>
    <message>
        <source>is damaged; copy or download it again</source>
        <translation>已损坏；请重新复制或下载</translation>
    </message>
    <message>
        <source>is empty. Take it from a backup or write it anew.</source>
        <translation>是空的。请从备份恢复或重新编写。</translation>
    </message>
    <message>
        <source>is empty; copy or download it again</source>
        <translation>是空的；请重新复制或下载</translation>
    </message>
    <message>
        <source>is grey, while most pictures are in colour</source>
        <translation>是灰度图，而大多数图片是彩色的</translation>
    </message>
    <message>
        <source>is in colour, while most pictures are grey</source>
        <translation>是彩色图，而大多数图片是灰度的</translation>
    </message>
    <message>
        <source>is larger than it can rightly be (%1 bytes).</source>
        <translation>超出了合理的大小（%1 字节）。</translation>
    </message>
    <message>
        <source>is nested too deeply (more than %1 levels). Check that it is the right file.</source>
        <translation>嵌套过深（超过 %1 层）。请确认这是正确的文件。</translation>
    </message>
    <message>
        <source>is not JSON: it has NUL bytes in it, as files have after a power cut. Take it from a backup.</source>
        <translation>不是 JSON：其中含有 NUL 字节，断电后的文件常有这种情况。请从备份恢复。</translation>
    </message>
    <message>
        <source>is not a PNG, JPEG, WebP or BMP picture, whatever its name says; remove it or save it as PNG</source>
        <translation>无论名称如何，都不是 PNG、JPEG、WebP 或 BMP 图片；请删除或另存为 PNG</translation>
    </message>
    <message>
        <source>is not valid JSON: there is a mistake in line %1.</source>
        <translation>不是有效的 JSON：第 %1 行有错误。</translation>
    </message>
    <message>
        <source>is only %1, %2</source>
        <translation>只有 %1，%2</translation>
    </message>
    <message>
        <source>it could not be read to its end</source>
        <translation>无法读到末尾</translation>
    </message>
    <message>
        <source>it has %1 bytes more than its tensors</source>
        <translation>比其中的张量多出 %1 字节</translation>
    </message>
    <message>
        <source>it has a tensor without a name</source>
        <translation>其中有一个张量没有名称</translation>
    </message>
    <message>
        <source>it is too short (%1 bytes)</source>
        <translation>太短（%1 字节）</translation>
    </message>
    <message>
        <source>its data do not match their check sum (a byte has changed)</source>
        <translation>数据与校验和不符（有字节被改动）</translation>
    </message>
    <message>
        <source>its end is missing (%1 bytes)</source>
        <translation>缺少末尾的 %1 字节</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>无法读取文件头</translation>
    </message>
    <message>
        <source>its header does not match its check sum</source>
        <translation>文件头与校验和不符</translation>
    </message>
    <message>
        <source>its header is not a JSON object</source>
        <translation>文件头不是 JSON 对象</translation>
    </message>
    <message>
        <source>its header would be %1 bytes long</source>
        <translation>文件头长度竟为 %1 字节</translation>
    </message>
    <message>
        <source>its metadata %1 are not a text</source>
        <translation>元数据 %1 不是文本</translation>
    </message>
    <message>
        <source>its metadata are not an object of texts</source>
        <translation>元数据不是由文本组成的对象</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>labels_per_class %1 is more than class %2 has: %3 pictures. Ask for fewer.</source>
        <translation>labels_per_class 为 %1，多于类别 %2 所有的 %3 张图片。请减少。</translation>
    </message>
    <message>
        <source>landmarks</source>
        <translation>关键点</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>log 2</source>
        <translation>log 2</translation>
    </message>
    <message>
        <source>log 4</source>
        <translation>log 4</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>names no emoji as Unicode&apos;s emoji-test.txt does</source>
        <translation>未像 Unicode 的 emoji-test.txt 那样列出表情符号</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>norm_d batch does not go with a penalty on D&apos;s slope (%1): it mixes the pictures of a batch, and the slope is each picture&apos;s own. Take auto, layer, instance, spectral or none.</source>
        <translation>norm_d 为 batch 时不能与对判别器斜率的惩罚（%1）同用：批归一化会混合一批中的图片，而斜率是各图片自己的。请改用 auto、layer、instance、spectral 或 none。</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>张</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>preset &quot;%1&quot;</source>
        <translation>预设“%1”</translation>
    </message>
    <message>
        <source>preset &quot;%1&quot; is for family %2, not %3.</source>
        <translation>预设“%1”用于模型 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>读码器</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行第 %2 列</translation>
    </message>
    <message>
        <source>says that it is 0 px wide or high; it is damaged, remove it</source>
        <translation>声称宽或高为 0 像素；它已损坏，请删除</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>shows the same as %1; remove one of them</source>
        <translation>与 %1 内容相同，请删除其中一张</translation>
    </message>
    <message>
        <source>size is %1; choose 0 (as the pictures are) or 1 to %2 px.</source>
        <translation>size 为 %1；请选择 0（与图片相同）或 1 到 %2 像素。</translation>
    </message>
    <message>
        <source>smaller than the %1 px chosen, and will be enlarged</source>
        <translation>小于所选的 %1 像素，将被放大</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>test picture %1</source>
        <translation>测试图片 %1</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the begin of %1</source>
        <translation>%1的起点</translation>
    </message>
    <message>
        <source>the data of %1 overlap others or leave a hole</source>
        <translation>%1 的数据与其他数据重叠或留有空洞</translation>
    </message>
    <message>
        <source>the end of %1</source>
        <translation>%1的终点</translation>
    </message>
    <message>
        <source>the name of a family</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>the tensor %1</source>
        <translation>张量 %1 </translation>
    </message>
    <message>
        <source>too little to learn from</source>
        <translation>太小，学不到什么</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>was changed while it was read</source>
        <translation>在读取时被改动</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>λ: how much both players care that the codes can be read off the picture. 0: a plain GAN. Usual: 1.</source>
        <translation>λ：双方有多在意能否从图片中读出编码。0：普通 GAN。常用：1。</translation>
    </message>
    <message>
        <source>%1 is not an IDX file of labels: it begins with %2 instead of 00 00 08 01 (labels). Check that it is the right file, and download it again.</source>
        <translation>%1 不是标签的 IDX 文件：它以 %2 而不是 00 00 08 01（标签）开头。请确认文件正确，然后重新下载。</translation>
    </message>
    <message>
        <source>%1 is not an IDX file of pictures: it begins with %2 instead of 00 00 08 03 (pictures). Check that it is the right file, and download it again.</source>
        <translation>%1 不是图片的 IDX 文件：它以 %2 而不是 00 00 08 03（图片）开头。请确认文件正确，然后重新下载。</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>T 恤/上衣</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>How long a round takes could not be measured.</source>
        <translation>无法测量一轮所需的时间。</translation>
    </message>
    <message>
        <source>Changes everything that D sees at random, real and generated alike, so that it cannot learn a small data set, or a few labels, by heart. For fewer than some thousand pictures. Small movements: pictures are turned, slanted, scaled and shifted a little, as handwriting is.</source>
        <translation>随机改变判别器所见的一切图片，真实与生成的同样处理，使它无法背下小数据集或少量标签。适用于少于几千张图片的情况。轻微变形：图片像手写字那样略微旋转、倾斜、缩放和平移。</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Consistency grows over</source>
        <translation>一致性增长期</translation>
    </message>
    <message>
        <source>Convolutions, or the paper&apos;s plain networks with noise for small grey pictures, which learn far more slowly.</source>
        <translation>卷积网络，或论文中适用于小幅灰度图片的带噪声普通网络，后者学得慢得多。</translation>
    </message>
    <message>
        <source>How differently the discriminator names a picture without a label when augmentation, noise and dropout change it: squared difference of the probabilities.</source>
        <translation>当增强、噪声和 dropout 改变一张无标签图片时，判别器对它的分类有多大差别：概率之差的平方。</translation>
    </message>
    <message>
        <source>How much it counts that a picture without a label is named the same when augmentation, noise and dropout change it: what the labels say spreads to pictures that are alike. 0: off. Usual: 1 to 20; too much, and D holds on to its first guesses.</source>
        <translation>要求无标签图片经增强、噪声和 dropout 改变后仍归为同一类的权重：标签所说的由此传到相似的图片。0：关闭。常用：1 到 20；过大时判别器会固守最初的猜测。</translation>
    </message>
    <message>
        <source>Small movements</source>
        <translation>轻微变形</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s units that are left out at random while training, so that it does not learn the few labels by heart.</source>
        <translation>训练时随机略去的判别器单元的比例，以免它背下少量标签。</translation>
    </message>
    <message>
        <source>The weight of consistency grows from zero to its full value over so many rounds: the labels speak before the guesses do. 0: full from the start.</source>
        <translation>一致性权重经这么多轮从零增长到完整值：先听标签，再听猜测。0：一开始就是完整值。</translation>
    </message>
    <message>
        <source>Weight of consistency</source>
        <translation>一致性权重</translation>
    </message>
    <message>
        <source>%1 has no effect here. %2</source>
        <translation>%1 在此不起作用。%2</translation>
    </message>
    <message>
        <source>How often the metrics are computed while training, which stops training for some seconds. 0: only when asked.</source>
        <translation>训练时每隔多少轮计算一次指标，计算会使训练停顿数秒。0：仅在要求时计算。</translation>
    </message>
    <message>
        <source>These networks have no codes.</source>
        <translation>这些网络没有编码。</translation>
    </message>
    <message>
        <source>What G minimises: how far the mean of D&apos;s features on its pictures lies from that on real ones, squared. Zero where they agree.</source>
        <translation>生成器所最小化的量：判别器特征在生成图片上的均值与在真实图片上的均值之间距离的平方。两者一致时为零。</translation>
    </message>
    <message>
        <source>class &quot;%1&quot;: the networks of &quot;%2&quot; are not told a class.</source>
        <translation>class “%1”：“%2”的网络不接受类别。</translation>
    </message>
    <message>
        <source>metrics &quot;%1&quot;: it asks for what the networks of &quot;%2&quot; do not do (%3).</source>
        <translation>metrics “%1”：它要求“%2”的网络所不做的事（%3）。</translation>
    </message>
    <message>
        <source>metrics &quot;%1&quot;: it needs a %2 with each sample, which &quot;%3&quot; does not have.</source>
        <translation>metrics “%1”：它需要每个样本带有%2，而“%3”没有。</translation>
    </message>
    <message>
        <source>metrics &quot;%1&quot;: there is no such metric. There are: %2.</source>
        <translation>metrics “%1”：没有这个指标。可用的有：%2。</translation>
    </message>
    <message>
        <source>unrolled does not go with what holds D&apos;s slope in check (%1): the steps ahead are taken without it. Take unrolled 0, or a loss without it.</source>
        <translation>unrolled 不能与约束判别器斜率的设置（%1）同用：预先走的几步不包含它。请将 unrolled 设为 0，或选用不含它的损失。</translation>
    </message>
    <message>
        <source>Classes are equally common</source>
        <translation>各类别同样常见</translation>
    </message>
    <message>
        <source>Pictures without a label are taken to be of each class about as often: where the discriminator names a class too rarely, consistency leans towards it. Switch off where some classes are rare.</source>
        <translation>假定没有标签的图片在各类别中数量相近：判别器过少认作的类别，一致性会向其倾斜。某些类别稀少时请关闭。</translation>
    </message>
    <message>
        <source>The learning rates have come to zero after %1 rounds, as the schedule has it: the networks learn no more.</source>
        <translation>按计划，学习率在 %1 轮之后已降为零：网络不再学习。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds points, not pictures.</source>
        <translation>“%1”中是点，不是图片。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取%1。</translation>
    </message>
    <message>
        <source>%1 has %2 where a language belongs, as &quot;en&quot; or &quot;zh_CN&quot;</source>
        <translation>%1中本应是语言代码（如 &quot;en&quot; 或 &quot;zh_CN&quot;）的地方是%2</translation>
    </message>
    <message>
        <source>%1 has more than ten million lines; the rest was not read.</source>
        <translation>%1超过一千万行；其余部分未读取。</translation>
    </message>
    <message>
        <source>%1 has no text in English (&quot;en&quot;), which is shown where another language is missing</source>
        <translation>%1没有英文文本（&quot;en&quot;），缺少其他语言时会显示它</translation>
    </message>
    <message>
        <source>%1 holds no points. Write x and y of at least two in it, one a line.</source>
        <translation>%1中没有点。请写入至少两个点的 x 和 y，每行一个。</translation>
    </message>
    <message>
        <source>%1 holds only one point. A distribution needs at least two that differ.</source>
        <translation>%1中只有一个点。一个分布至少需要两个不同的点。</translation>
    </message>
    <message>
        <source>%1 is %2 where %3 belongs</source>
        <translation>%1是%2，这里应为%3</translation>
    </message>
    <message>
        <source>%1 is %2; it goes from %3 to %4</source>
        <translation>%1为%2；取值范围是%3到%4</translation>
    </message>
    <message>
        <source>%1 is %2; it is one of %3</source>
        <translation>%1为%2；应为以下之一：%3</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1是空的</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少%1</translation>
    </message>
    <message>
        <source>%1 is neither a folder nor an IDX file of pictures nor a CSV of points. Give the folder that the pictures lie in.</source>
        <translation>%1既不是文件夹，也不是图片的 IDX 文件，也不是点的 CSV 文件。请给出图片所在的文件夹。</translation>
    </message>
    <message>
        <source>%1 line %2 has %3 numbers instead of two. Write x and y in each line.</source>
        <translation>%1第 %2 行有 %3 个数，而不是两个。请在每行写 x 和 y。</translation>
    </message>
    <message>
        <source>%1 line %2 is not a point of the plane: its numbers must be finite and no larger than a million.</source>
        <translation>%1第 %2 行不是平面上的点：数值必须有限且不超过一百万。</translation>
    </message>
    <message>
        <source>%1 line %2 is not a point: it is longer than any. Write x and y in each line.</source>
        <translation>%1第 %2 行不是点：它太长了。请在每行写 x 和 y。</translation>
    </message>
    <message>
        <source>%1 line %2 is not a point: there is something else than numbers in it. Write x and y in each line.</source>
        <translation>%1第 %2 行不是点：其中有数字以外的内容。请在每行写 x 和 y。</translation>
    </message>
    <message>
        <source>%1 stands where an object {…} belongs</source>
        <translation>%1所在的位置应为一个对象 {…}</translation>
    </message>
    <message>
        <source>%1 was not looked at: the data %2 are not here.</source>
        <translation>未检查%1：本机没有数据%2。</translation>
    </message>
    <message>
        <source>%1: %2 cannot be changed while a run runs. Let the button open a scene.</source>
        <translation>%1：运行过程中不能更改%2。请让该按钮打开一个场景。</translation>
    </message>
    <message>
        <source>%1: nothing is open there.</source>
        <translation>%1：那里没有打开任何内容。</translation>
    </message>
    <message>
        <source>2-D playground</source>
        <translation>二维演练场</translation>
    </message>
    <message>
        <source>25 Gaussians on a grid</source>
        <translation>网格上的 25 个高斯</translation>
    </message>
    <message>
        <source>8 Gaussians on a ring</source>
        <translation>圆环上的 8 个高斯</translation>
    </message>
    <message>
        <source>8 wide Gaussians on a ring</source>
        <translation>圆环上的 8 个较宽的高斯</translation>
    </message>
    <message>
        <source>A field goes from a lower number to a higher one, both between -1000000 and 1000000.</source>
        <translation>场的范围是从较小的数到较大的数，两者都在 -1000000 与 1000000 之间。</translation>
    </message>
    <message>
        <source>A field has from 2 to %1 columns, not %2.</source>
        <translation>场的列数为 2 到 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>A round cloud (σ 0.5): the simplest target there is.</source>
        <translation>一团圆形的点云（σ 0.5）：最简单的目标。</translation>
    </message>
    <message>
        <source>A view of the plane needs two ranges and at most %1 cells a side.</source>
        <translation>平面的视图需要两个范围，且每边最多 %1 个格子。</translation>
    </message>
    <message>
        <source>By width</source>
        <translation>按宽度</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>棋盘</translation>
    </message>
    <message>
        <source>Class agreement, real ones</source>
        <translation>类别一致率（真实样本）</translation>
    </message>
    <message>
        <source>Classes present, real ones</source>
        <translation>出现的类别数（真实样本）</translation>
    </message>
    <message>
        <source>Classifier confidence, real ones</source>
        <translation>分类器置信度（真实样本）</translation>
    </message>
    <message>
        <source>Classifier score, real ones</source>
        <translation>分类器得分（真实样本）</translation>
    </message>
    <message>
        <source>Code error, real ones</source>
        <translation>编码错误率（真实样本）</translation>
    </message>
    <message>
        <source>Coverage, real ones</source>
        <translation>覆盖度（真实样本）</translation>
    </message>
    <message>
        <source>Density, real ones</source>
        <translation>密度（真实样本）</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>判别器宽度</translation>
    </message>
    <message>
        <source>Divergences</source>
        <translation>散度</translation>
    </message>
    <message>
        <source>Eight Gaussians (σ 0.1) on a circle of radius 1: learnt within seconds.</source>
        <translation>半径为 1 的圆上的八个高斯（σ 0.1）：几秒内即可学会。</translation>
    </message>
    <message>
        <source>Eight evenly filled squares with sharp edges.</source>
        <translation>八个均匀填充、边缘锐利的方块。</translation>
    </message>
    <message>
        <source>Eight narrow Gaussians (σ 0.01) on a circle of radius 1: the PacGAN paper&apos;s ring. A generator likes to lose some of them.</source>
        <translation>半径为 1 的圆上的八个窄高斯（σ 0.01）：PacGAN 论文中的圆环。生成器很容易丢掉其中几个。</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Five bent blades around a centre.</source>
        <translation>围绕中心的五片弯曲的叶片。</translation>
    </message>
    <message>
        <source>Fréchet distance, real ones</source>
        <translation>Fréchet 距离（真实样本）</translation>
    </message>
    <message>
        <source>GPL-3.0-or-later</source>
        <translation>GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Generator activation</source>
        <translation>生成器激活函数</translation>
    </message>
    <message>
        <source>Hidden layers of each network.</source>
        <translation>每个网络的隐藏层数。</translation>
    </message>
    <message>
        <source>High quality</source>
        <translation>高质量</translation>
    </message>
    <message>
        <source>High quality, real ones</source>
        <translation>高质量（真实样本）</translation>
    </message>
    <message>
        <source>How large the weights begin: by the width of the layer (He et al. 2015), or all normal with a standard deviation of 0.02, which lets small networks start slowly.</source>
        <translation>权重初始的大小：按层的宽度（He 等 2015），或全部取标准差为 0.02 的正态分布，这会让小网络起步较慢。</translation>
    </message>
    <message>
        <source>How many numbers the generator starts from. With 2 its whole latent space can be seen as a grid that it bends onto the target.</source>
        <translation>生成器从多少个数开始。取 2 时，整个潜在空间可以看作一张网格，被生成器弯折到目标上。</translation>
    </message>
    <message>
        <source>How the latent numbers are drawn: normal, or evenly from -1 to 1.</source>
        <translation>潜在数的抽取方式：正态分布，或在 -1 到 1 之间均匀分布。</translation>
    </message>
    <message>
        <source>JS divergence</source>
        <translation>JS 散度</translation>
    </message>
    <message>
        <source>JS divergence, real ones</source>
        <translation>JS 散度（真实样本）</translation>
    </message>
    <message>
        <source>Jensen-Shannon divergence between the exact density and 10 000 generated points in cells of a grid: 0 for the same, log 2 for nothing in common. The points of a perfect sampler do not score 0 either: see its line.</source>
        <translation>精确密度与 10 000 个生成点在网格格子上的 Jensen-Shannon 散度：相同为 0，毫无共同之处为 log 2。完美采样器的点也不会得 0：见它的参考线。</translation>
    </message>
    <message>
        <source>KL between the generated and the true share of each mode: 0 when all get the same, log of the number of modes when one gets all (PacGAN, Lin et al. 2018).</source>
        <translation>各模式的生成份额与真实份额之间的 KL：每个模式份额相同时为 0，全部集中于一个模式时为模式数的对数（PacGAN，Lin 等 2018）。</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>KL divergence, real ones</source>
        <translation>KL 散度（真实样本）</translation>
    </message>
    <message>
        <source>KL(p_data ‖ p_g) over the same cells: what is missed weighs most.</source>
        <translation>同样格子上的 KL(p_data ‖ p_g)：遗漏的部分权重最大。</translation>
    </message>
    <message>
        <source>Latent numbers</source>
        <translation>潜在数</translation>
    </message>
    <message>
        <source>Modes captured</source>
        <translation>捕获的模式</translation>
    </message>
    <message>
        <source>Modes captured, real ones</source>
        <translation>捕获的模式（真实样本）</translation>
    </message>
    <message>
        <source>Modes with at least one generated point within three standard deviations. Fewer than there are: mode collapse.</source>
        <translation>三个标准差之内至少有一个生成点的模式数。少于实际数目：模式崩溃。</translation>
    </message>
    <message>
        <source>No data were chosen. Give the name of a data set, an IDX file, a folder of pictures or a CSV of points.</source>
        <translation>没有选择数据。请给出数据集名称、IDX 文件、图片文件夹或点的 CSV 文件。</translation>
    </message>
    <message>
        <source>Not looked at, as the data %1 are not here: %2</source>
        <translation>未检查，因为本机没有数据%1：%2</translation>
    </message>
    <message>
        <source>Of the points in %1 every %2th was taken; so many are enough to know their density.</source>
        <translation>%1中的点每 %2 个取一个；这么多已足以得知其密度。</translation>
    </message>
    <message>
        <source>One Gaussian</source>
        <translation>一个高斯</translation>
    </message>
    <message>
        <source>One arm that winds up.</source>
        <translation>一条卷起的臂。</translation>
    </message>
    <message>
        <source>Pinwheel</source>
        <translation>风车</translation>
    </message>
    <message>
        <source>Points in the plane instead of pictures: everything that the two players do can be seen, and how far they are from the truth is known exactly.</source>
        <translation>用平面上的点代替图片：双方的一举一动都看得见，离真实有多远也能精确得知。</translation>
    </message>
    <message>
        <source>Precision, real ones</source>
        <translation>精度（真实样本）</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Recall, real ones</source>
        <translation>召回率（真实样本）</translation>
    </message>
    <message>
        <source>Reverse KL over modes</source>
        <translation>模式上的反向 KL</translation>
    </message>
    <message>
        <source>Reverse KL over modes, real ones</source>
        <translation>模式上的反向 KL（真实样本）</translation>
    </message>
    <message>
        <source>Scene %1</source>
        <translation>场景 %1</translation>
    </message>
    <message>
        <source>Share of generated points within three standard deviations of a mode; 98.9 % of a perfect sampler&apos;s.</source>
        <translation>落在某个模式三个标准差之内的生成点所占的份额；完美采样器为 98.9%。</translation>
    </message>
    <message>
        <source>Small (σ 0.02)</source>
        <translation>小（σ 0.02）</translation>
    </message>
    <message>
        <source>Some generated points are infinite or not a number, so they cannot be measured. A lower lr_g or lr_d may help.</source>
        <translation>有些生成点为无穷大或非数，因此无法评估。降低 lr_g 或 lr_d 可能有帮助。</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Step %1, button %2</source>
        <translation>第 %1 步，按钮 %2</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Swiss roll</source>
        <translation>瑞士卷</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Test error, labels alone, real ones</source>
        <translation>测试错误率（仅用标签）（真实样本）</translation>
    </message>
    <message>
        <source>Test error, real ones</source>
        <translation>测试错误率（真实样本）</translation>
    </message>
    <message>
        <source>The lesson %1</source>
        <translation>课程 %1</translation>
    </message>
    <message>
        <source>The run %1 has no number %2 there. It has: %3.</source>
        <translation>运行 %1 在那里没有数值 %2。它有：%3。</translation>
    </message>
    <message>
        <source>The same for the discriminator; maxout takes the largest of five linear maps (Goodfellow et al. 2013).</source>
        <translation>判别器的激活函数；maxout 取五个线性映射中的最大者（Goodfellow 等 2013）。</translation>
    </message>
    <message>
        <source>There is no data set, file or folder %1. Give a folder of pictures, an IDX file, a CSV of points or one of these: %2.</source>
        <translation>没有数据集、文件或文件夹%1。请给出图片文件夹、IDX 文件、点的 CSV 文件，或以下之一：%2。</translation>
    </message>
    <message>
        <source>There is no game %1. There are: %2.</source>
        <translation>没有博弈 %1。现有：%2。</translation>
    </message>
    <message>
        <source>There is no lesson %1. A file is given as a path.</source>
        <translation>没有课程 %1。文件请以路径给出。</translation>
    </message>
    <message>
        <source>There is no lesson %1; did you mean %2?</source>
        <translation>没有课程 %1；您是指 %2 吗？</translation>
    </message>
    <message>
        <source>Twenty-five Gaussians (σ 0.05) two apart: the PacGAN paper&apos;s grid.</source>
        <translation>间距为 2 的二十五个高斯（σ 0.05）：PacGAN 论文中的网格。</translation>
    </message>
    <message>
        <source>Two Gaussians</source>
        <translation>两个高斯</translation>
    </message>
    <message>
        <source>Two arms that wind around each other.</source>
        <translation>两条相互缠绕的臂。</translation>
    </message>
    <message>
        <source>Two clouds (σ 0.3) two apart: the smallest target that a generator can lose half of.</source>
        <translation>相距 2 的两团点云（σ 0.3）：生成器可能丢掉一半的最小目标。</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>两个相互嵌入的半圆。</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>双月</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Units of each hidden layer.</source>
        <translation>每个隐藏层的单元数。</translation>
    </message>
    <message>
        <source>Units of the discriminator&apos;s hidden layers. 0: as many as the generator&apos;s.</source>
        <translation>判别器隐藏层的单元数。0：与生成器相同。</translation>
    </message>
    <message>
        <source>What held-out real samples score: no generator can be expected to do better.</source>
        <translation>留出的真实样本的得分：不能指望生成器做得更好。</translation>
    </message>
    <message>
        <source>What makes the generator bend: ReLU folds in straight creases, tanh bends smoothly.</source>
        <translation>使生成器弯曲的函数：ReLU 沿直线折叠，tanh 平滑弯曲。</translation>
    </message>
    <message>
        <source>a button does something: &quot;scene&quot;, &quot;values&quot; or &quot;command&quot; is missing</source>
        <translation>按钮要有作用：缺少 &quot;scene&quot;、&quot;values&quot; 或 &quot;command&quot;</translation>
    </message>
    <message>
        <source>a claim has either a &quot;value&quot; or another reading, &quot;than&quot;</source>
        <translation>一条论断要么有 &quot;value&quot;，要么有另一个读数 &quot;than&quot;</translation>
    </message>
    <message>
        <source>a lesson has at least one of &quot;steps&quot;</source>
        <translation>课程至少要有一个 &quot;steps&quot;</translation>
    </message>
    <message>
        <source>a list [ … ]</source>
        <translation>列表 [ … ]</translation>
    </message>
    <message>
        <source>a question has at least two &quot;answers&quot;</source>
        <translation>问题至少要有两个 &quot;answers&quot;</translation>
    </message>
    <message>
        <source>a scene has either a &quot;family&quot; with its &quot;data&quot;, or a &quot;game&quot;</source>
        <translation>场景要么有 &quot;family&quot; 及其 &quot;data&quot;，要么有 &quot;game&quot;</translation>
    </message>
    <message>
        <source>a text or a list of paragraphs</source>
        <translation>文本或段落列表</translation>
    </message>
    <message>
        <source>an object of parameters {&quot;key&quot;: value, …}</source>
        <translation>参数对象 {&quot;key&quot;: value, …}</translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation>对象 {…}</translation>
    </message>
    <message>
        <source>it has no &quot;ganvas_lesson&quot;: 1 and so is no lesson</source>
        <translation>没有 &quot;ganvas_lesson&quot;: 1，因此不是课程</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>start_x: in the game %1, x lies from %2 to %3.</source>
        <translation>start_x：在博弈 %1 中，x 在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>start_y: in the game %1, y lies from %2 to %3.</source>
        <translation>start_y：在博弈 %1 中，y 在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>there is a key %1 that does not belong there</source>
        <translation>有一个不属于那里的键 %1</translation>
    </message>
    <message>
        <source>there is a key %1 that does not belong there; did you mean %2?</source>
        <translation>有一个不属于那里的键 %1；您是指 %2 吗？</translation>
    </message>
    <message>
        <source>there is no %1 %2</source>
        <translation>没有%1 %2</translation>
    </message>
    <message>
        <source>there is no %1 %2; did you mean %3?</source>
        <translation>没有%1 %2；您是指 %3 吗？</translation>
    </message>
    <message>
        <source>there is no game %1</source>
        <translation>没有博弈 %1</translation>
    </message>
    <message>
        <source>this Ganvas reads lessons of format %1. Use a newer Ganvas</source>
        <translation>此版 Ganvas 读取格式为 %1 的课程。请使用更新的 Ganvas</translation>
    </message>
    <message>
        <source>Discriminator depth</source>
        <translation>判别器深度</translation>
    </message>
    <message>
        <source>Eight modes in half a minute</source>
        <translation>半分钟内的八个模式</translation>
    </message>
    <message>
        <source>Hidden layers of the discriminator. 0: as many as the generator&apos;s.</source>
        <translation>判别器的隐藏层数。0：与生成器相同。</translation>
    </message>
    <message>
        <source>Narrow clouds on a grid with the PacGAN paper&apos;s networks: without packing a generator loses some of them. Hours to the paper&apos;s length, minutes to see how it goes.</source>
        <translation>用 PacGAN 论文的网络学习网格上的窄点云：不打包时生成器会丢掉其中一些。达到论文的长度需要数小时，几分钟即可看出走向。</translation>
    </message>
    <message>
        <source>PacGAN&apos;s grid of 25</source>
        <translation>PacGAN 的 25 点网格</translation>
    </message>
    <message>
        <source>Points instead of pictures: watch a generator find eight clouds, D&apos;s field beside the best there is. The place to begin to understand the game.</source>
        <translation>用点代替图片：看生成器找到八团点云，并把 D 的场与最优的场放在一起。理解这场博弈的起点。</translation>
    </message>
    <message>
        <source>Family %1 works on pictures, and &quot;%2&quot; holds none.</source>
        <translation>模型 %1 使用图片，而“%2”中没有图片。</translation>
    </message>
    <message>
        <source>Family %1 works on points, and &quot;%2&quot; holds none. Choose ring8 or another set of points, or a CSV.</source>
        <translation>模型 %1 使用点，而“%2”中没有点。请选择 ring8 或其他点集，或 CSV 文件。</translation>
    </message>
    <message>
        <source>A distribution needs at least two points that differ. Draw some more.</source>
        <translation>一个分布至少需要两个不同的点。请再画一些。</translation>
    </message>
    <message>
        <source>A point that was drawn is not a place of the plane. Draw it again.</source>
        <translation>画出的某个点不是平面上的位置。请重画。</translation>
    </message>
    <message>
        <source>A whole GAN in two numbers: all real data lie at 0, the generator puts all of its own at x, and the discriminator is a line with slope y. It circles as well, unless the discriminator pays for its slope (R1).</source>
        <translation>两个数就是一个完整的 GAN：真实数据全在 0，生成器把自己的全放在 x，判别器是一条斜率为 y 的直线。它同样会打转，除非判别器要为斜率付出代价（R1）。</translation>
    </message>
    <message>
        <source>Bilinear game</source>
        <translation>双线性博弈</translation>
    </message>
    <message>
        <source>Both at once</source>
        <translation>同时走</translation>
    </message>
    <message>
        <source>Both at once with R1</source>
        <translation>同时走，带 R1</translation>
    </message>
    <message>
        <source>Both learn</source>
        <translation>双方都学</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>共识优化</translation>
    </message>
    <message>
        <source>Dirac-GAN</source>
        <translation>Dirac-GAN</translation>
    </message>
    <message>
        <source>Dirac-WGAN</source>
        <translation>Dirac-WGAN</translation>
    </message>
    <message>
        <source>Each player shows a coin: player two wins a penny where both are alike, player one where they differ. x and y are their chances of heads. The only equilibrium is a fair coin for both, and who learns by steps chases the other round it.</source>
        <translation>双方各亮出一枚硬币：相同则二号赢一分，不同则一号赢。x 和 y 是各自出正面的概率。唯一的均衡是双方都用公平的硬币，而一步步学习的人会绕着它互相追逐。</translation>
    </message>
    <message>
        <source>Extragradient</source>
        <translation>外梯度法</translation>
    </message>
    <message>
        <source>Going back to round %1</source>
        <translation>正在回到第 %1 轮</translation>
    </message>
    <message>
        <source>Hold a player</source>
        <translation>固定一方</translation>
    </message>
    <message>
        <source>Hold the discriminator</source>
        <translation>固定判别器</translation>
    </message>
    <message>
        <source>Hold the generator</source>
        <translation>固定生成器</translation>
    </message>
    <message>
        <source>How far a step goes along the slope: the learning rate of both players. Usually 0.01 to 0.5.</source>
        <translation>沿斜率走一步有多远：双方的学习率。通常为 0.01 到 0.5。</translation>
    </message>
    <message>
        <source>How many steps are played.</source>
        <translation>走多少步。</translation>
    </message>
    <message>
        <source>How much both players care for flat places beside their own win. Usually 0.1 to 1.</source>
        <translation>除了自己的输赢，双方有多在意平坦的地方。通常为 0.1 到 1。</translation>
    </message>
    <message>
        <source>How much chance is in each slope, as a training on small batches has it: the standard deviation.</source>
        <translation>每个斜率里有多少随机成分，就像用小批量训练那样：标准差。</translation>
    </message>
    <message>
        <source>How much of the last step goes into the next. Below 0 it brakes, and the swing round the equilibrium dies out; above 0 it grows.</source>
        <translation>上一步有多少进入下一步。小于 0 时起刹车作用，绕均衡的摆动会消失；大于 0 时摆动变大。</translation>
    </message>
    <message>
        <source>How the two players step. Both at once: each along its slope, from the same place. In turns: player two answers where player one has just gone. Extragradient: a step is tried first and the slopes found there are taken. Optimistic: the last slopes foretell the next. Consensus: both also like flat places. Mean of all places: played in turns, and what is shown is the mean of the way. R1: player two pays for its distance from rest.</source>
        <translation>双方如何走步。同时走：从同一位置各沿自己的斜率。轮流走：二号回应一号刚走到的地方。外梯度法：先试走一步，再用那里的斜率。乐观法：用上次的斜率预测下次的。共识优化：双方也喜欢平坦的地方。所有位置的平均：轮流走，显示的是路程的平均。R1：二号要为离开静止付出代价。</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>轮流走</translation>
    </message>
    <message>
        <source>In turns with momentum</source>
        <translation>轮流走，带动量</translation>
    </message>
    <message>
        <source>Keeps one player as it is while the other goes on learning: a discriminator alone comes to its optimum D*, a generator alone runs to where the discriminator is fooled. A held player has no turn in a round.</source>
        <translation>让一方保持不变，另一方继续学习：只有判别器学时，它会到达最优 D*；只有生成器学时，它会跑到判别器受骗的地方。被固定的一方在一轮中没有步骤。</translation>
    </message>
    <message>
        <source>Mean of all places</source>
        <translation>所有位置的平均</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Only with the method R1.</source>
        <translation>仅用于方法 R1。</translation>
    </message>
    <message>
        <source>Only with the method consensus.</source>
        <translation>仅用于方法共识优化。</translation>
    </message>
    <message>
        <source>Only with the method momentum.</source>
        <translation>仅用于方法动量。</translation>
    </message>
    <message>
        <source>Optimistic</source>
        <translation>乐观法</translation>
    </message>
    <message>
        <source>Quadratic game</source>
        <translation>二次博弈</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Start of x</source>
        <translation>x 的起点</translation>
    </message>
    <message>
        <source>Start of y</source>
        <translation>y 的起点</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Tells both players to which mode a point belongs, so that none can be left out. For data of separate modes; not for packs.</source>
        <translation>告诉双方每个点属于哪个模式，这样哪个都不能漏掉。用于模式分开的数据；不能与打包同用。</translation>
    </message>
    <message>
        <source>The Dirac-GAN with the critic of Wasserstein: V is how far the generated point is from the real one when the slope is 1. The slope is clipped, so nothing flies apart, but it does not come to rest either.</source>
        <translation>带 Wasserstein 评论家的 Dirac-GAN：斜率为 1 时，V 就是生成点离真实点有多远。斜率被截断，所以不会飞散，但也不会静止。</translation>
    </message>
    <message>
        <source>The bilinear game with a little bowl of its own for each player. Steps along the slopes now spiral inwards, as long as they are small: beyond a size of about 0.55 they spiral out.</source>
        <translation>给每一方加上自己小碗的双线性博弈。只要步子小，沿斜率走会向内盘旋；步长超过约 0.55 就会向外盘旋。</translation>
    </message>
    <message>
        <source>The noise is the same for the same seed.</source>
        <translation>同一种子的噪声相同。</translation>
    </message>
    <message>
        <source>The smallest game in which steps along the slopes lead nowhere: tiny steps circle round the equilibrium like a cosine and a sine, and steps of any size lead out.</source>
        <translation>沿斜率走却哪儿也到不了的最小博弈：极小的步子像余弦和正弦那样绕均衡打转，任何大小的步子都会越走越远。</translation>
    </message>
    <message>
        <source>Two coins (matching pennies)</source>
        <translation>两枚硬币（猜硬币）</translation>
    </message>
    <message>
        <source>Weight of R1</source>
        <translation>R1 的权重</translation>
    </message>
    <message>
        <source>Weight of consensus</source>
        <translation>共识的权重</translation>
    </message>
    <message>
        <source>What player two pays for half its squared distance from rest. Usually 0.1 to 2.</source>
        <translation>二号为自己离开静止的距离平方的一半付出的代价。通常为 0.1 到 2。</translation>
    </message>
    <message>
        <source>Where player one begins. A chance (the game of coins) lies from 0 to 1.</source>
        <translation>一号从哪里开始。概率（硬币博弈）在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>Where player two begins. A chance (the game of coins) lies from 0 to 1.</source>
        <translation>二号从哪里开始。概率（硬币博弈）在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>labels does not go with pack: the points of a pack may be of several modes. Take pack 1, or no labels.</source>
        <translation>labels 不能与 pack 同用：一包里的点可能属于不同模式。请取 pack 1，或不用标签。</translation>
    </message>
    <message>
        <source>labels needs data of separate modes, and &quot;%1&quot; is one figure. Take ring8, grid25 or the like, or no labels.</source>
        <translation>labels 需要模式分开的数据，而“%1”是一个整体图形。请用 ring8、grid25 之类，或不用标签。</translation>
    </message>
    <message>
        <source>A distribution of one number: three bells (σ 0.2). The networks see x alone; points are spread upwards only to be seen.</source>
        <translation>一个数的分布：三口钟形（σ 0.2）。网络只看到 x；点向上散开只是为了看得见。</translation>
    </message>
    <message>
        <source>A distribution of one number: two bells (σ 0.3) two apart. The networks see x alone; points are spread upwards only to be seen.</source>
        <translation>一个数的分布：两口钟形（σ 0.3），相距 2。网络只看到 x；点向上散开只是为了看得见。</translation>
    </message>
    <message>
        <source>Three Gaussians on a line</source>
        <translation>一条线上的三个高斯</translation>
    </message>
    <message>
        <source>Two Gaussians on a line</source>
        <translation>一条线上的两个高斯</translation>
    </message>
    <message>
        <source>%1 is missing or empty</source>
        <translation>缺少 %1，或者它是空的</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: at %2, %3</source>
        <translation>%1：在 %2 处，%3</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>The drawing %1</source>
        <translation>绘图 %1</translation>
    </message>
    <message>
        <source>a %1 has two points, not %2</source>
        <translation>%1 有两个点，不是 %2 个</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>一列数</translation>
    </message>
    <message>
        <source>a point is [x, y] or [x, y, pressure], not %1 numbers</source>
        <translation>一个点是 [x, y] 或 [x, y, 压力]，不是 %1 个数</translation>
    </message>
    <message>
        <source>a point lies further than %1 from the paper</source>
        <translation>有一个点离纸超过 %1</translation>
    </message>
    <message>
        <source>a pressure is %1; it goes from 0 to 1</source>
        <translation>某个压力为 %1；它的范围是 0 到 1</translation>
    </message>
    <message>
        <source>it has no &quot;ganvas_sketch&quot;: 1 and so is no drawing</source>
        <translation>其中没有 &quot;ganvas_sketch&quot;: 1，所以不是绘图</translation>
    </message>
    <message>
        <source>there are more than %1 strokes</source>
        <translation>笔画多于 %1 笔</translation>
    </message>
    <message>
        <source>this Ganvas reads drawings of format %1. Use a newer Ganvas</source>
        <translation>这个 Ganvas 读取格式 %1 的绘图。请使用更新的 Ganvas</translation>
    </message>
    <message>
        <source>%1 %2. A drawing is a .json file with strokes, an .svg, or a picture (png, jpg, webp, bmp).</source>
        <translation>%1 %2。绘图可以是含笔画的 .json 文件、.svg，或图片（png、jpg、webp、bmp）。</translation>
    </message>
    <message>
        <source>%1 cannot be read as an SVG drawing. Save it again, for example with Inkscape as plain SVG.</source>
        <translation>%1 无法作为 SVG 绘图读取。请重新保存，例如用 Inkscape 存为普通 SVG。</translation>
    </message>
    <message>
        <source>%1 cannot be written as a film. Check the folder, or choose .webp or .gif.</source>
        <translation>%1 无法写成影片。请检查文件夹，或选择 .webp 或 .gif。</translation>
    </message>
    <message>
        <source>%1 does not end in .gif, .webp or .mp4, so it is not clear what to write.</source>
        <translation>%1 不以 .gif、.webp 或 .mp4 结尾，因此不清楚要写成什么。</translation>
    </message>
    <message>
        <source>%1 does not end in .png. Give a file such as picture.png.</source>
        <translation>%1 不以 .png 结尾。请给出如 picture.png 的文件。</translation>
    </message>
    <message>
        <source>%1 does not hold two folders of pairs. Name the one with the drawings A, sketches, drawings, edges or input, and the other B, pictures, photos or target.</source>
        <translation>%1 中没有成对的两个文件夹。请把放绘图的命名为 A、sketches、drawings、edges 或 input，另一个命名为 B、pictures、photos 或 target。</translation>
    </message>
    <message>
        <source>%1 files have no partner in the other folder and were left out: %2 and others. Files of a pair have the same name.</source>
        <translation>%1 个文件在另一个文件夹中没有对应文件，已略去：%2 等。成对的文件名称相同。</translation>
    </message>
    <message>
        <source>%1 files have no partner in the other folder and were left out: %2. Files of a pair have the same name.</source>
        <translation>%1 个文件在另一个文件夹中没有对应文件，已略去：%2。成对的文件名称相同。</translation>
    </message>
    <message>
        <source>%1 is not a folder of pictures, so it holds no ready pairs. Take pairs &quot;drawn&quot;, or choose a folder.</source>
        <translation>%1 不是图片文件夹，因此没有现成的图对。请取 pairs “drawn”，或选择一个文件夹。</translation>
    </message>
    <message>
        <source>%1 pictures with their drawings.</source>
        <translation>%1 张图片及其绘图。</translation>
    </message>
    <message>
        <source>16 px</source>
        <translation>16 像素</translation>
    </message>
    <message>
        <source>34 px</source>
        <translation>34 像素</translation>
    </message>
    <message>
        <source>70 px</source>
        <translation>70 像素</translation>
    </message>
    <message>
        <source>A folder beside the pictures&apos;</source>
        <translation>图片旁边的文件夹</translation>
    </message>
    <message>
        <source>Both networks are told what is drawn (a boot, a bag), and on the canvas it can be chosen. For data with labels.</source>
        <translation>告诉两个网络画的是什么（靴子、包），在画布上可以选择。用于带标签的数据。</translation>
    </message>
    <message>
        <source>Broad pen</source>
        <translation>粗笔</translation>
    </message>
    <message>
        <source>Change pairs</source>
        <translation>改变图对</translation>
    </message>
    <message>
        <source>Channels next to the picture; each halving of the side doubles them, up to eight times. Twice as many cost about four times the time.</source>
        <translation>靠近图片一层的通道数；边长每减半一次，通道数加倍，最多到八倍。多一倍约需四倍时间。</translation>
    </message>
    <message>
        <source>Channels of the discriminator&apos;s first layer; each layer doubles them, up to eight times.</source>
        <translation>判别器第一层的通道数；每层加倍，最多到八倍。</translation>
    </message>
    <message>
        <source>Dark lines</source>
        <translation>深色线条</translation>
    </message>
    <message>
        <source>Discriminator channels</source>
        <translation>判别器通道数</translation>
    </message>
    <message>
        <source>Discriminator judges</source>
        <translation>由判别器评判</translation>
    </message>
    <message>
        <source>Distance to the truth</source>
        <translation>与真实图片的距离</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Drawing and picture are mirrored and shifted alike at random, so that few pairs go further.</source>
        <translation>绘图与图片一同随机镜像和平移，使少量图对更够用。</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Drawings come from</source>
        <translation>绘图来自</translation>
    </message>
    <message>
        <source>Drawings of each</source>
        <translation>每张的绘图数</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机丢弃（Dropout）</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Fine pen</source>
        <translation>细笔</translation>
    </message>
    <message>
        <source>How lines are found and drawn. Mixed has them all, so that the network learns to live with any hand.</source>
        <translation>如何寻找并画出线条。“混合”包含全部方式，让网络适应任何人的笔迹。</translation>
    </message>
    <message>
        <source>How many drawings are made of each picture before training, each in another manner. More: hands that differ matter less; more memory.</source>
        <translation>训练前为每张图片画多少张绘图，每张方式不同。越多：不同笔迹的影响越小；占用内存越多。</translation>
    </message>
    <message>
        <source>How many numbers the generator is given besides the drawing: what it may choose by itself, such as colours. It learns to ignore them unless diversity asks for a difference.</source>
        <translation>除绘图外给生成器多少个数：它可以自行选择的东西，如颜色。若不用多样性要求差别，它会学会忽略这些数。</translation>
    </message>
    <message>
        <source>How much of drawing and picture each answer of the discriminator sees. Small patches judge texture, large ones what belongs together.</source>
        <translation>判别器的每个回答能看到绘图与图片的多大范围。小块评判纹理，大块评判哪些部分相配。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Lines are found in any pictures by the same code that makes a drawing of a picture on the canvas. Ready pairs: pictures twice as wide, or two folders with files of the same names (A or sketches, B or pictures).</source>
        <translation>用与画布上把图片变成绘图相同的代码，在任何图片中寻找线条。现成图对：两倍宽的图片，或文件同名的两个文件夹（A 或 sketches，B 或 pictures）。</translation>
    </message>
    <message>
        <source>Looking for lines</source>
        <translation>正在寻找线条</translation>
    </message>
    <message>
        <source>Looking for something to draw</source>
        <translation>正在寻找可画的东西</translation>
    </message>
    <message>
        <source>Mean absolute difference between painted and true picture, where black to white is 2. It falls fast and then slowly; D&apos;s part is what it does not tell: sharpness.</source>
        <translation>画出的图片与真实图片的平均绝对差，黑到白为 2。它先快后慢地下降；它说明不了的清晰度由 D 负责。</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirrored and shifted</source>
        <translation>镜像并平移</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>No file in %1 has the name of one in %2. Files of a pair have the same name.</source>
        <translation>%1 中没有文件与 %2 中的同名。成对的文件名称相同。</translation>
    </message>
    <message>
        <source>No lines were found in this picture. Take one in which something stands out from its background.</source>
        <translation>在这张图片中没有找到线条。请选一张物体与背景分明的图片。</translation>
    </message>
    <message>
        <source>No picture of %1 could be read.</source>
        <translation>%1 中没有图片可以读取。</translation>
    </message>
    <message>
        <source>Nobody judges.</source>
        <translation>没有评判者。</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>完全不变</translation>
    </message>
    <message>
        <source>Off: the generator only learns to be near the truth, which blurs whatever the drawing does not tell. What pix2pix is held against.</source>
        <translation>关闭：生成器只学习接近真实图片，绘图没有说明的部分会变得模糊。这是 pix2pix 的对照。</translation>
    </message>
    <message>
        <source>On, the generator is a U-Net: each size of the drawing is handed on to the same size of the picture, so that lines stay where they were drawn. Off, it is an encoder-decoder, which has to remember everything in its middle.</source>
        <translation>打开时生成器是 U-Net：绘图的每一级尺寸都传给图片的同一级尺寸，使线条留在原处。关闭时是编码器-解码器，必须在中间记住一切。</translation>
    </message>
    <message>
        <source>Outline only</source>
        <translation>仅轮廓</translation>
    </message>
    <message>
        <source>Paints what is drawn: draw lines on the canvas and watch the picture come. Learns from any pictures, by finding the lines in them.</source>
        <translation>把画的线条变成图片：在画布上画线，看图片出现。通过寻找线条，可以从任何图片学习。</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>图对</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>感知</translation>
    </message>
    <message>
        <source>Ready pairs have drawings of their own.</source>
        <translation>现成图对自带绘图。</translation>
    </message>
    <message>
        <source>Share of the generator&apos;s inner activations that are left out at random in training, the paper&apos;s kind of noise. Painting for a person goes without, so that the same drawing and noise give the same picture.</source>
        <translation>训练中随机略去的生成器内部激活的比例，即论文中的噪声。为人作画时不用，使相同的绘图和噪声得到相同的图片。</translation>
    </message>
    <message>
        <source>Sketch to picture</source>
        <translation>草图变图片</translation>
    </message>
    <message>
        <source>Skip connections</source>
        <translation>跳跃连接</translation>
    </message>
    <message>
        <source>Stopped while the animation was written.</source>
        <translation>写动画时已停止。</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Tell the class</source>
        <translation>告知类别</translation>
    </message>
    <message>
        <source>The animation could not be made.</source>
        <translation>无法制作动画。</translation>
    </message>
    <message>
        <source>The left half of each picture</source>
        <translation>每张图片的左半边</translation>
    </message>
    <message>
        <source>The model %1 is a %2, which does not paint drawings. Take one that does, or ganvas-cli generate.</source>
        <translation>模型 %1 是 %2，不会把绘图变成图片。请换一个会的，或使用 ganvas-cli generate。</translation>
    </message>
    <message>
        <source>The pictures in %1 are %2×%3 px: too narrow to hold a drawing and a picture side by side.</source>
        <translation>%1 中的图片为 %2×%3 px：太窄，放不下并排的绘图和图片。</translation>
    </message>
    <message>
        <source>The pictures: lines are found in them</source>
        <translation>图片本身：在其中寻找线条</translation>
    </message>
    <message>
        <source>The right half of each picture</source>
        <translation>每张图片的右半边</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>There are no drawings to show: neither the data of this model are here nor any that ship with Ganvas.</source>
        <translation>没有可显示的绘图：此模型的数据不在这里，也没有 Ganvas 自带的绘图。</translation>
    </message>
    <message>
        <source>There is nothing to record yet: draw something first.</source>
        <translation>还没有可录制的内容：请先画点什么。</translation>
    </message>
    <message>
        <source>These networks paint what is drawn: give them a drawing.</source>
        <translation>这些网络把绘图变成图片：请给它们一张绘图。</translation>
    </message>
    <message>
        <source>Unsteady hand</source>
        <translation>颤抖的手</translation>
    </message>
    <message>
        <source>Weight of painting the same from other noise. Above zero the noise comes to choose what the drawing leaves open. Costs about a tenth more time. Usual: 0 or 0.1 to 1.</source>
        <translation>不同噪声却画得相同的惩罚权重。大于零时，绘图未定的部分由噪声决定。约多花十分之一的时间。通常：0 或 0.1 到 1。</translation>
    </message>
    <message>
        <source>Weight of the difference that the discriminator&apos;s own layers see between painted and true pictures. Steadies training. Usual: 0 or 10.</source>
        <translation>判别器各层看到的画出图片与真实图片之差的权重。使训练更稳定。通常：0 或 10。</translation>
    </message>
    <message>
        <source>Weight of the difference that the layers of a network see which Ganvas first trains on these data to tell their classes or rotations. Usual: 0 or 1 to 10.</source>
        <translation>Ganvas 先在这些数据上训练一个分辨类别或旋转的网络，其各层看到的差别的权重。通常：0 或 1 到 10。</translation>
    </message>
    <message>
        <source>Weight of the mean absolute difference to the true picture. High: right colours and no risk; low: the discriminator decides. Usual: 10 to 100.</source>
        <translation>与真实图片平均绝对差的权重。高：颜色正确但保守；低：由判别器决定。通常：10 到 100。</translation>
    </message>
    <message>
        <source>Writing the animation</source>
        <translation>正在写动画</translation>
    </message>
    <message>
        <source>has a drawing that %1</source>
        <translation>的绘图%1</translation>
    </message>
    <message>
        <source>is too narrow to hold a drawing and a picture side by side</source>
        <translation>太窄，放不下并排的绘图和图片</translation>
    </message>
    <message>
        <source>variants must be between 1 and %1.</source>
        <translation>variants 必须在 1 到 %1 之间。</translation>
    </message>
    <message>
        <source>%1 is not an empty folder. Give a new one for the exported model.</source>
        <translation>%1 不是空文件夹。请为导出的模型给一个新文件夹。</translation>
    </message>
    <message>
        <source>Clothes from drawings</source>
        <translation>从绘图到衣物</translation>
    </message>
    <message>
        <source>Colour distance</source>
        <translation>颜色距离</translation>
    </message>
    <message>
        <source>Colour distance, real ones</source>
        <translation>颜色距离，真实图片</translation>
    </message>
    <message>
        <source>Comparing painted and true pictures</source>
        <translation>正在比较画出的与真实的图片</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Difference, real ones</source>
        <translation>差别，真实图片</translation>
    </message>
    <message>
        <source>Draw a face, a heart or a cup and see it painted as an emoji. Colours come after some minutes, good ones after an hour; the model that comes with Ganvas was made like this.</source>
        <translation>画一张脸、一颗心或一个杯子，看它变成表情符号。几分钟后出现颜色，一小时后颜色像样；Ganvas 自带的模型就是这样做的。</translation>
    </message>
    <message>
        <source>Emoji from drawings</source>
        <translation>从绘图到表情符号</translation>
    </message>
    <message>
        <source>Exporting the networks</source>
        <translation>正在导出网络</translation>
    </message>
    <message>
        <source>For a folder of some hundred or thousand pictures of one kind of thing: lines are found in them, and soon you can draw new ones.</source>
        <translation>用于含几百或几千张同类图片的文件夹：在其中寻找线条，很快你就能画出新的。</translation>
    </message>
    <message>
        <source>Mean absolute difference between pictures painted from held-out drawings and the true ones, where black to white is 1: lower is better.</source>
        <translation>由留出的绘图画出的图片与真实图片的平均绝对差，黑到白为 1：越低越好。</translation>
    </message>
    <message>
        <source>Mean difference between two pictures of one drawing with other noise, where black to white is 1: how much the noise counts.</source>
        <translation>同一绘图、不同噪声的两张图片的平均差，黑到白为 1：噪声有多大作用。</translation>
    </message>
    <message>
        <source>Pairs held out</source>
        <translation>留出的图对</translation>
    </message>
    <message>
        <source>Share of pixels that would have to change colour for a painted picture to have the true one&apos;s colours, wherever they lie: lower is better.</source>
        <translation>要让画出的图片具有真实图片的颜色（不论位置），须改变颜色的像素比例：越低越好。</translation>
    </message>
    <message>
        <source>Spread by noise</source>
        <translation>噪声带来的差异</translation>
    </message>
    <message>
        <source>Spread by noise, real ones</source>
        <translation>噪声带来的差异，真实图片</translation>
    </message>
    <message>
        <source>Structural similarity</source>
        <translation>结构相似度</translation>
    </message>
    <message>
        <source>Structural similarity (SSIM) of pictures painted from held-out drawings to the true ones: 1 is the same.</source>
        <translation>由留出的绘图画出的图片与真实图片的结构相似度 (SSIM)：1 为相同。</translation>
    </message>
    <message>
        <source>Structural similarity, real ones</source>
        <translation>结构相似度，真实图片</translation>
    </message>
    <message>
        <source>Your own pictures</source>
        <translation>你自己的图片</translation>
    </message>
    <message>
        <source>Which pictures of %1 are held out goes by what is in them, so they have no list.</source>
        <translation>%1 中哪些图片被留出取决于其内容，因此没有列表。</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>放大方式</translation>
    </message>
    <message>
        <source>How the generator doubles the side of a picture. Transposed convolutions are the paper&apos;s way and leave a faint mesh on flat colours; pixels that are first repeated leave none.</source>
        <translation>生成器如何把图片边长加倍。转置卷积是论文的做法，会在纯色处留下淡淡的网纹；先重复像素再卷积则不会。</translation>
    </message>
    <message>
        <source>Repeat, convolve</source>
        <translation>先重复，再卷积</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>转置卷积</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始权重</translation>
    </message>
    <message>
        <source>start_from &quot;%1&quot;</source>
        <translation>起始权重 start_from“%1”</translation>
    </message>
    <message>
        <source>start_from &quot;%1&quot;: %2</source>
        <translation>起始权重 start_from“%1”：%2</translation>
    </message>
    <message>
        <source>start_from &quot;%1&quot;: its networks are of family %2, not %3.</source>
        <translation>起始权重 start_from“%1”：它的网络属于 %2 族，而不是 %3 族。</translation>
    </message>
    <message>
        <source>Draw a shoe or a shirt, say what it is, and see it in grey cloth. Recognisable within minutes, good after half an hour; the model that comes with Ganvas was made like this.</source>
        <translation>画一只鞋或一件衬衫，说出它是什么，看它变成灰色的布料。几分钟就能认出，半小时后效果良好；Ganvas 自带的模型就是这样做出来的。</translation>
    </message>
    <message>
        <source>%1 could not be written to its end. Check that there is room in the folder.</source>
        <translation>%1 没有写完。请检查文件夹是否还有空间。</translation>
    </message>
    <message>
        <source>There is no picture to find lines in.</source>
        <translation>没有可以提取线条的图片。</translation>
    </message>
    <message>
        <source>2 px</source>
        <translation>2 像素</translation>
    </message>
    <message>
        <source>4 px</source>
        <translation>4 像素</translation>
    </message>
    <message>
        <source>8 px</source>
        <translation>8 像素</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>瓶颈</translation>
    </message>
    <message>
        <source>Emoji from drawings, 128 px</source>
        <translation>从绘图到表情符号，128 像素</translation>
    </message>
    <message>
        <source>Goes on from the emoji model of 64 px at twice the size: lines become finer within minutes, colours settle in two hours. The larger emoji model that comes with Ganvas was made like this.</source>
        <translation>从 64 像素的表情符号模型出发，以两倍边长继续训练：几分钟后线条更细致，两小时后颜色稳定。Ganvas 自带的较大的表情符号模型就是这样做的。</translation>
    </message>
    <message>
        <source>Initial weights from a model that comes with Ganvas (emoji) or from another run&apos;s folder, with networks of the same shape (at twice the size: with twice the bottleneck), instead of random ones: what was learned on many pictures helps on few. Empty: random.</source>
        <translation>初始权重取自 Ganvas 自带的模型（emoji）或另一次运行的文件夹（网络形状须相同；边长加倍时瓶颈也须加倍），而不是随机数：在许多图片上学到的东西对少量图片有帮助。留空：随机。</translation>
    </message>
    <message>
        <source>Side of the middle, down to which the generator halves the drawing: the smaller, the more of the whole it grasps. Doubled along with the size, the networks keep their shape, and a run can start from a smaller size&apos;s (start_from).</source>
        <translation>生成器把绘图逐次减半，直到中间的这个边长：越小，越能把握整体。若与图片大小一同加倍，网络形状不变，训练就可以从较小尺寸的网络开始（start_from）。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::AboutDialog</name>
    <message>
        <source>About Ganvas</source>
        <translation>关于 Ganvas</translation>
    </message>
    <message>
        <source>Ganvas</source>
        <translation>Ganvas</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Explore generative adversarial networks by hand: watch two networks learn from each other, change what you like while they do, and walk through what they can draw.</source>
        <translation>亲手探索生成对抗网络：看两个网络互相学习，随时改动任何参数，在它们能画出的一切中漫游。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Built with Qt %1, LibTorch, OpenCV and QCustomPlot. Everything runs on this computer; nothing is sent anywhere.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。基于 Qt %1、LibTorch、OpenCV 和 QCustomPlot。一切都在本机运行，不会向外发送任何内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ClassBars</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ClassPanel</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Pictures of the chosen class</source>
        <translation>所选类别的图片</translation>
    </message>
    <message>
        <source>What to draw</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>What the generator is told to draw.</source>
        <translation>要求生成器画的内容。</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ClassifyPanel</name>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Draw something, or drop a picture here: the discriminator says what it takes it for.</source>
        <translation>画点什么，或把图片拖到这里：判别器会说出它认为这是什么。</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>What you draw is centred and scaled as the pictures of the data are.</source>
        <translation>您画的内容会像数据集中的图片那样居中并缩放。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be opened as a picture: %2.</source>
        <translation>无法将“%1”作为图片打开：%2。</translation>
    </message>
    <message>
        <source>The discriminator after %1 steps, in %2 ms.</source>
        <translation>训练 %1 步后的判别器，用时 %2 毫秒。</translation>
    </message>
    <message>
        <source>The classifier that knows the labels alone says %1.</source>
        <translation>只知道标签的分类器认为是%1。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::CodesPanel</name>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Pictures by codes</source>
        <translation>按编码排列的图片</translation>
    </message>
    <message>
        <source>other latents</source>
        <translation>其他潜变量</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Held elsewhere</source>
        <translation>其余编码固定为</translation>
    </message>
    <message>
        <source>One of the kinds that the networks found by themselves.</source>
        <translation>网络自己发现的种类之一。</translation>
    </message>
    <message>
        <source>From -2 to 2; what was learnt goes from -1 to 1.</source>
        <translation>从 -2 到 2；训练时所学的范围是 -1 到 1。</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ComparedView</name>
    <message>
        <source>EMA: average of the weights</source>
        <translation>EMA：权重的平均</translation>
    </message>
    <message>
        <source>Pictures from the running average of the generator&apos;s weights.</source>
        <translation>由生成器权重的滑动平均画出的图片。</translation>
    </message>
    <message>
        <source>Live: the weights as they are now</source>
        <translation>实时：当前的权重</translation>
    </message>
    <message>
        <source>The same latents through the weights as they are being trained.</source>
        <translation>用相同的潜变量，由正在训练的权重画出。</translation>
    </message>
    <message>
        <source>The same pictures from the live weights</source>
        <translation>由实时权重画出的同样图片</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::CurveChip</name>
    <message>
        <source>Click to hide or show.</source>
        <translation>单击可隐藏或显示。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::CurvePlot</name>
    <message>
        <source>Curves: %1</source>
        <translation>曲线：%1</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚无测量值</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DataChooser</name>
    <message>
        <source>not here yet</source>
        <translation>尚未安装</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Or drop a folder of pictures here. Its sub-folders become classes.</source>
        <translation>也可以把图片文件夹拖到这里，其子文件夹将成为类别。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Or drop a CSV here: x and y of a point in each line.</source>
        <translation>或将 CSV 文件拖到这里：每行一个点的 x 和 y。</translation>
    </message>
    <message>
        <source>Choose a CSV of points…</source>
        <translation>选择点的 CSV 文件…</translation>
    </message>
    <message>
        <source>Choose a CSV of points</source>
        <translation>选择点的 CSV 文件</translation>
    </message>
    <message>
        <source>Points (*.csv)</source>
        <translation>点 (*.csv)</translation>
    </message>
    <message>
        <source>Draw points…</source>
        <translation>绘制点…</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DataChooserDialog</name>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation>使用这些数据</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DataPreviewView</name>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Grey or colour</source>
        <translation>灰度或彩色</translation>
    </message>
    <message>
        <source>Over-large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>Pictures of the data set</source>
        <translation>数据集中的图片</translation>
    </message>
    <message>
        <source>Check the pictures</source>
        <translation>检查图片</translation>
    </message>
    <message>
        <source>Looks for unreadable, too small, duplicate, over-large pictures and mixed grey and colour</source>
        <translation>查找无法读取、太小、重复、过大的图片，以及灰度与彩色混杂的情况</translation>
    </message>
    <message>
        <source>What</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Findings of the check</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>%1 is not on this computer yet.</source>
        <translation>本机还没有 %1。</translation>
    </message>
    <message>
        <source>How to get it (then look again):</source>
        <translation>获取方法（完成后请重新查看）：</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>%1 held out</source>
        <translation>留出 %1 张</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>许可证 %1</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>停止检查</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>All %1 pictures are fine.</source>
        <translation>全部 %1 张图片都没有问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>发现 %n 个问题，</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 pictures.</source>
        <translation>共检查 %1 张图片。</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DirectionSliders</name>
    <message>
        <source>Direction %1</source>
        <translation>方向 %1</translation>
    </message>
    <message>
        <source>Moves the picture along direction %1 of what the generator varies most, in standard deviations (GANSpace, Härkönen et al. 2020).</source>
        <translation>沿生成器变化最大的第 %1 个方向移动图片，以标准差为单位（GANSpace，Härkönen et al. 2020）。</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2%</translation>
    </message>
    <message>
        <source>Direction %1 holds %2 % of the variance of the first layer&apos;s activations.</source>
        <translation>方向 %1 占第一层激活值方差的 %2%。</translation>
    </message>
    <message>
        <source>%1 σ</source>
        <translation>%1 σ</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DockTitle</name>
    <message>
        <source>Float, or dock again</source>
        <translation>浮动或重新停靠</translation>
    </message>
    <message>
        <source>Close; the View menu brings it back</source>
        <translation>关闭；可从“视图”菜单重新打开</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DrawPad</name>
    <message>
        <source>Draw here</source>
        <translation>在此绘画</translation>
    </message>
    <message>
        <source>Draw with the mouse, a pen or a finger. Delete clears.</source>
        <translation>用鼠标、触控笔或手指绘画。按 Delete 键清除。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::DrawPointsDialog</name>
    <message>
        <source>Draw points</source>
        <translation>绘制点</translation>
    </message>
    <message>
        <source>Strokes spray points; the right button, or the other end of a pen, wipes them away. The density of what you draw becomes the target.</source>
        <translation>笔画会喷出点；右键或笔的另一端把点擦掉。所画内容的密度就成为目标。</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>使用这些点</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Undo the last stroke</source>
        <translation>撤销上一笔</translation>
    </message>
    <message>
        <source>Take all points away</source>
        <translation>清除所有点</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldBoard</name>
    <message>
        <source>The wheel zooms, dragging moves, a double click shows all again.</source>
        <translation>滚轮缩放，拖动平移，双击恢复全貌。</translation>
    </message>
    <message>
        <source>The generator&apos;s points have run away to infinity. Lower the learning rates, then reset.</source>
        <translation>生成器的点已跑到无穷远。请降低学习率，然后重置。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldControls</name>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Back by one round, bit for bit; what came after it is forgotten</source>
        <translation>退回一轮，逐位一致；其后的内容不再保留</translation>
    </message>
    <message>
        <source>Train one round, then pause</source>
        <translation>训练一轮，然后暂停</translation>
    </message>
    <message>
        <source>Train one phase of the round, then pause</source>
        <translation>训练这一轮的一个阶段，然后暂停</translation>
    </message>
    <message>
        <source>A round in which the discriminator alone learns; the generator is held</source>
        <translation>只有判别器学习的一轮；生成器被固定</translation>
    </message>
    <message>
        <source>A round in which the generator alone learns; the discriminator is held</source>
        <translation>只有生成器学习的一轮；判别器被固定</translation>
    </message>
    <message>
        <source>Slow motion: phase by phase, with the formula of each and its present numbers</source>
        <translation>慢动作：逐个阶段，显示各自的公式和当前数值</translation>
    </message>
    <message>
        <source>Back to the same initial weights</source>
        <translation>回到同样的初始权重</translation>
    </message>
    <message>
        <source>End the run; it is saved</source>
        <translation>结束这次训练；结果会保存</translation>
    </message>
    <message>
        <source>A second run beside this one: the same data with other parameters, started together</source>
        <translation>旁边的第二次训练：同样的数据，不同的参数，一起开始</translation>
    </message>
    <message>
        <source>Layers and numbers beside the plane</source>
        <translation>平面旁的图层和数值</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Rounds a second</source>
        <translation>每秒轮数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pauses after the current phase</source>
        <translation>在当前阶段之后暂停</translation>
    </message>
    <message>
        <source>Goes on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Starts a run on this target with these parameters</source>
        <translation>用这些参数在这个目标上开始训练</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldLayers</name>
    <message>
        <source>Colours</source>
        <translation>着色</translation>
    </message>
    <message>
        <source>What D answers</source>
        <translation>D 的回答</translation>
    </message>
    <message>
        <source>The best D there is (D*)</source>
        <translation>最优判别器（D*）</translation>
    </message>
    <message>
        <source>How far D is from D*</source>
        <translation>D 与 D* 的差距</translation>
    </message>
    <message>
        <source>Density of the data</source>
        <translation>数据的密度</translation>
    </message>
    <message>
        <source>Density of the generator</source>
        <translation>生成器的密度</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Real points</source>
        <translation>真实点</translation>
    </message>
    <message>
        <source>Points of the data, green.</source>
        <translation>数据的点，绿色。</translation>
    </message>
    <message>
        <source>Generated points</source>
        <translation>生成点</translation>
    </message>
    <message>
        <source>Points of the generator, vermilion.</source>
        <translation>生成器的点，朱红色。</translation>
    </message>
    <message>
        <source>Lines of equal D</source>
        <translation>D 的等值线</translation>
    </message>
    <message>
        <source>Where D answers 0.1, 0.3, 0.5 (strong), 0.7 and 0.9.</source>
        <translation>D 的回答为 0.1、0.3、0.5（粗线）、0.7 和 0.9 的位置。</translation>
    </message>
    <message>
        <source>Bent latent grid</source>
        <translation>弯折的潜在网格</translation>
    </message>
    <message>
        <source>What the generator makes of a grid in latent space. Each mesh holds as many points as any other, so small ones are dense. For one or two latent numbers.</source>
        <translation>生成器把潜在空间中的网格变成的样子。每个网眼包含同样多的点，所以小的网眼更密。适用于一个或两个潜在数。</translation>
    </message>
    <message>
        <source>Pull on points</source>
        <translation>点所受的拉力</translation>
    </message>
    <message>
        <source>Where the generator&apos;s loss pulls its points, longer for a stronger pull. No arrows: the gradient has vanished.</source>
        <translation>生成器的损失把它的点拉向何处，箭头越长拉力越强。没有箭头：梯度已消失。</translation>
    </message>
    <message>
        <source>Follow a latent point</source>
        <translation>跟随一个潜在点</translation>
    </message>
    <message>
        <source>Move a point in latent space and see where the generator takes it: a ring on the plane.</source>
        <translation>在潜空间中移动一个点，看生成器把它带到哪里：平面上的圆环。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldNumbers</name>
    <message>
        <source>The game</source>
        <translation>博弈</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>V(D,G), -1.386 at the end</source>
        <translation>V(D,G)，最终为 -1.386</translation>
    </message>
    <message>
        <source>E log D(x) + E log(1 - D(G(z))); -log 4 where the two cannot be told apart.</source>
        <translation>E log D(x) + E log(1 - D(G(z)))；两者无法区分时为 -log 4。</translation>
    </message>
    <message>
        <source>Distance of D from D*</source>
        <translation>D 与 D* 的距离</translation>
    </message>
    <message>
        <source>Mean |D - D*| where points lie, real or generated.</source>
        <translation>在有点（真实或生成）的地方 |D - D*| 的平均值。</translation>
    </message>
    <message>
        <source>Discriminator loss</source>
        <translation>判别器损失</translation>
    </message>
    <message>
        <source>What D minimised in the last round.</source>
        <translation>D 在上一轮中最小化的量。</translation>
    </message>
    <message>
        <source>Generator loss</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <source>What G minimised in the last round.</source>
        <translation>G 在上一轮中最小化的量。</translation>
    </message>
    <message>
        <source>Gradient at G</source>
        <translation>G 的梯度</translation>
    </message>
    <message>
        <source>Length of the generator&apos;s gradient in the last round. Near zero, G learns nothing: its gradient has vanished.</source>
        <translation>上一轮中生成器梯度的长度。接近零时 G 什么也学不到：梯度已消失。</translation>
    </message>
    <message>
        <source>JS divergence</source>
        <translation>JS 散度</translation>
    </message>
    <message>
        <source>Between the exact density and 10 000 generated points in cells: 0 for the same, 0.693 for nothing in common. A perfect sampler scores about 0.02.</source>
        <translation>精确密度与格子中 10 000 个生成点之间：相同为 0，毫无共同之处为 0.693。完美采样器约为 0.02。</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>KL(p_data ‖ p_g) over the same cells: what is missed weighs most.</source>
        <translation>同样格子上的 KL(p_data ‖ p_g)：遗漏的部分权重最大。</translation>
    </message>
    <message>
        <source>Modes captured</source>
        <translation>捕获的模式</translation>
    </message>
    <message>
        <source>Modes with a generated point within three standard deviations.</source>
        <translation>三个标准差之内有生成点的模式。</translation>
    </message>
    <message>
        <source>High quality</source>
        <translation>高质量</translation>
    </message>
    <message>
        <source>Share of generated points within three standard deviations of a mode; a perfect sampler has 98.9 %.</source>
        <translation>落在某个模式三个标准差之内的生成点份额；完美采样器为 98.9%。</translation>
    </message>
    <message>
        <source>Reverse KL over modes</source>
        <translation>模式上的反向 KL</translation>
    </message>
    <message>
        <source>0 where every mode gets the same share of the generated points.</source>
        <translation>每个模式得到同样份额的生成点时为 0。</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>A perfect sampler of this target scores %1.</source>
        <translation>这个目标的完美采样器得 %1。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldPage</name>
    <message>
        <source>Field</source>
        <translation>场</translation>
    </message>
    <message>
        <source>There is no family here that plays in the plane.</source>
        <translation>这里没有在平面上博弈的家族。</translation>
    </message>
    <message>
        <source>Whose parameters</source>
        <translation>谁的参数</translation>
    </message>
    <message>
        <source>Run A</source>
        <translation>训练 A</translation>
    </message>
    <message>
        <source>Run B</source>
        <translation>训练 B</translation>
    </message>
    <message>
        <source>A run is going on. Stop it before you start another one.</source>
        <translation>训练正在进行。请先停止，再开始新的训练。</translation>
    </message>
    <message>
        <source>As run A</source>
        <translation>与训练 A 相同</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldPanel</name>
    <message>
        <source>Field</source>
        <translation>场</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Both players appear here once there are some: start a run of the 2-D playground, or open one.</source>
        <translation>有了双方之后会显示在这里：开始一次二维演练场的运行，或打开一个。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldTime</name>
    <message>
        <source>Rounds of the run</source>
        <translation>训练的轮次</translation>
    </message>
    <message>
        <source>Takes the run itself to a round it has been at, bit for bit; training goes on from there.</source>
        <translation>把训练本身带回它到过的某一轮，逐位一致；训练从那里继续。</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::FieldView</name>
    <message>
        <source>The plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1，y %2</translation>
    </message>
    <message>
        <source>D(x): generated %1 real</source>
        <translation>D(x)：生成 %1 真实</translation>
    </message>
    <message>
        <source>D judges batches as a whole: it has no answer to single points.</source>
        <translation>D 按整批判断：对单个点没有回答。</translation>
    </message>
    <message>
        <source>The best D of this loss is not known.</source>
        <translation>这种损失的最优 D 未知。</translation>
    </message>
    <message>
        <source>D*(x): generated %1 real</source>
        <translation>D*(x)：生成 %1 真实</translation>
    </message>
    <message>
        <source>D - D*: too low %1 too high</source>
        <translation>D - D*：过低 %1 过高</translation>
    </message>
    <message>
        <source>p_data: the darker, the denser</source>
        <translation>p_data：越深越密</translation>
    </message>
    <message>
        <source>p_g: the darker, the denser</source>
        <translation>p_g：越深越密</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::GameCurves</name>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>x and y</source>
        <translation>x 和 y</translation>
    </message>
    <message>
        <source>How far the pair is from the equilibrium</source>
        <translation>这一对离均衡有多远</translation>
    </message>
    <message>
        <source>Where each of the two players is</source>
        <translation>双方各自的位置</translation>
    </message>
    <message>
        <source>Distance to the equilibrium</source>
        <translation>到均衡的距离</translation>
    </message>
    <message>
        <source>Both players</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>How far the pair is from the equilibrium; the axis is logarithmic</source>
        <translation>这一对离均衡有多远；坐标轴为对数</translation>
    </message>
    <message>
        <source>Player one, the generator</source>
        <translation>一号，生成器</translation>
    </message>
    <message>
        <source>Player two, the discriminator</source>
        <translation>二号，判别器</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::GameReadout</name>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::GameSetup</name>
    <message>
        <source>Game</source>
        <translation>博弈</translation>
    </message>
    <message>
        <source>What the two players play</source>
        <translation>双方玩的博弈</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>A second method from the same start, over the same field</source>
        <translation>从同一起点出发的第二种方法，在同一个场上</translation>
    </message>
    <message>
        <source>Change the game</source>
        <translation>更改博弈</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>同一种</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::GameTransport</name>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Every step of the game</source>
        <translation>博弈的每一步</translation>
    </message>
    <message>
        <source>Back to the start (Home)</source>
        <translation>回到起点（Home）</translation>
    </message>
    <message>
        <source>One step back (←)</source>
        <translation>后退一步（←）</translation>
    </message>
    <message>
        <source>One step (→)</source>
        <translation>前进一步（→）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How many steps are played a second</source>
        <translation>每秒走多少步</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格）</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::GameView</name>
    <message>
        <source>Game of two numbers</source>
        <translation>两个数的博弈</translation>
    </message>
    <message>
        <source>Game, method and parameters</source>
        <translation>博弈、方法和参数</translation>
    </message>
    <message>
        <source>Show less, larger (+)</source>
        <translation>显示更少，更大（+）</translation>
    </message>
    <message>
        <source>Show more, smaller (−)</source>
        <translation>显示更多，更小（−）</translation>
    </message>
    <message>
        <source>Show all of the way (0)</source>
        <translation>显示全部路程（0）</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>%1: the players flew apart. After %2 steps they were more than a million from the equilibrium. A smaller step size or another method may hold them.</source>
        <translation>%1：双方飞散了。%2 步之后它们离均衡超过一百万。更小的步长或另一种方法也许能留住它们。</translation>
    </message>
    <message>
        <source>The players have left what is shown.</source>
        <translation>双方已离开显示范围。</translation>
    </message>
    <message>
        <source>× is the equilibrium, where neither player wins by moving. Drag the ring to begin elsewhere.</source>
        <translation>× 是均衡，谁移动都得不到好处。拖动圆环可从别处开始。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::GridPanel</name>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Pictures appear here once there is a generator: start a run, or open one.</source>
        <translation>有了生成器后，图片会显示在这里：请开始训练或打开一次训练记录。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::HomePage</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>What would you like to see?</source>
        <translation>您想看点什么？</translation>
    </message>
    <message>
        <source>Two networks play a game: the generator draws, the discriminator tells drawn from real. Everything runs on this computer.</source>
        <translation>两个网络的博弈：生成器作画，判别器分辨真假。一切都在本机运行。</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近的训练</translation>
    </message>
    <message>
        <source>Families of GANs</source>
        <translation>GAN 的种类</translation>
    </message>
    <message>
        <source>Train your own</source>
        <translation>训练自己的模型</translation>
    </message>
    <message>
        <source>Choose a family, pictures and every parameter.</source>
        <translation>自选模型、图片和每一个参数。</translation>
    </message>
    <message>
        <source>Play with a trained generator</source>
        <translation>试玩训练好的生成器</translation>
    </message>
    <message>
        <source>Walk through what it can draw.</source>
        <translation>漫游它能画出的一切。</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>打开训练记录</translation>
    </message>
    <message>
        <source>Look at a run again, step by step.</source>
        <translation>一步一步地回看一次训练。</translation>
    </message>
    <message>
        <source>%1 steps · %2</source>
        <translation>%1 步 · %2</translation>
    </message>
    <message>
        <source>Your GAN is paused</source>
        <translation>您的 GAN 已暂停</translation>
    </message>
    <message>
        <source>Your GAN is learning</source>
        <translation>您的 GAN 正在学习</translation>
    </message>
    <message>
        <source>Go to the run</source>
        <translation>查看训练</translation>
    </message>
    <message>
        <source>Train a GAN</source>
        <translation>训练一个 GAN</translation>
    </message>
    <message>
        <source>Choose a family and pictures, then watch both networks learn.</source>
        <translation>选择模型和图片，然后观看两个网络学习。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Watch a GAN learn %1</source>
        <translation>观看 GAN 学习 %1</translation>
    </message>
    <message>
        <source>A %1 starts from noise. The first shapes come within a minute; you can pause, change and look inside at any time.</source>
        <translation>%1 从噪声开始，一分钟之内就会出现最初的形状；您可以随时暂停、修改参数或查看内部。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>%1 is not on this computer yet. One line brings it; a folder of your own pictures works as well.</source>
        <translation>本机还没有 %1，用一行命令即可获取；也可以使用您自己的图片文件夹。</translation>
    </message>
    <message>
        <source>Get the pictures</source>
        <translation>获取图片</translation>
    </message>
    <message>
        <source>Draw a picture</source>
        <translation>画一幅画</translation>
    </message>
    <message>
        <source>Draw lines and watch a picture come, at once.</source>
        <translation>画几条线，立刻看到图片出现。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::Language</name>
    <message>
        <source>No installed font has Chinese characters: install one, for example with sudo apt install fonts-wqy-microhei, and start Ganvas again.</source>
        <translation>已安装的字体都不含汉字：请安装一种，例如运行 sudo apt install fonts-wqy-microhei，然后重新启动 Ganvas。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LatentPad</name>
    <message>
        <source>Latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>Drag the point, or move it with the arrow keys; its image is the ring on the plane. Rings here: one, two and three standard deviations.</source>
        <translation>拖动这个点，或用方向键移动；它的像是平面上的圆环。这里的圆圈：一、二、三个标准差。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LatentPanel</name>
    <message>
        <source>Latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>图片数量</translation>
    </message>
    <message>
        <source>A click picks</source>
        <translation>单击选取</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>A click takes a picture as A, where the way begins; with Shift as B.</source>
        <translation>单击把图片选为起点 A；按住 Shift 单击则选为终点 B。</translation>
    </message>
    <message>
        <source>A click takes a picture as B, where the way ends; with Shift as A.</source>
        <translation>单击把图片选为终点 B；按住 Shift 单击则选为起点 A。</translation>
    </message>
    <message>
        <source>Samples of this seed</source>
        <translation>该种子的样本</translation>
    </message>
    <message>
        <source>The chosen sample</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>All directions back to 0</source>
        <translation>所有方向归零</translation>
    </message>
    <message>
        <source>Copy this picture</source>
        <translation>复制此图片</translation>
    </message>
    <message>
        <source>Save this picture…</source>
        <translation>保存此图片…</translation>
    </message>
    <message>
        <source>The directions along which the generator varies most are measured once it has learned a little.</source>
        <translation>生成器学到一些内容后，会测量它变化最大的方向。</translation>
    </message>
    <message>
        <source>Go from A to B and back</source>
        <translation>在 A 与 B 之间往返</translation>
    </message>
    <message>
        <source>Place on the way from A to B</source>
        <translation>从 A 到 B 途中的位置</translation>
    </message>
    <message>
        <source>The way from A to B on the great circle between their latents (spherical interpolation, Shoemake 1985).</source>
        <translation>沿 A、B 潜变量之间的大圆从 A 到 B（球面插值，Shoemake 1985）。</translation>
    </message>
    <message>
        <source>Pictures on the way from A to B</source>
        <translation>从 A 到 B 途中的图片</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Pictures appear here once there is a generator: start a run, or open one.</source>
        <translation>有了生成器后，图片会显示在这里：请开始训练或打开一次训练记录。</translation>
    </message>
    <message>
        <source>AB</source>
        <translation>AB</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LearnPage</name>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>所有课程</translation>
    </message>
    <message>
        <source>Back to all lessons (Esc)</source>
        <translation>回到所有课程（Esc）</translation>
    </message>
    <message>
        <source>Games of two numbers</source>
        <translation>两个数的博弈</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LessonGallery</name>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>See why GANs work and why they fail: short lessons beside real networks that you can stop, step and change.</source>
        <translation>看看 GAN 为什么有效、为什么失败：短小的课程，旁边是真实的网络，可以停下、单步、修改。</translation>
    </message>
    <message>
        <source>No lessons were found. They come with Ganvas in its folder lessons; lessons of your own are files in the same form.</source>
        <translation>没有找到课程。它们随 Ganvas 放在文件夹 lessons 中；自己的课程是同样格式的文件。</translation>
    </message>
    <message>
        <source>Games of two numbers</source>
        <translation>两个数的博弈</translation>
    </message>
    <message>
        <source>The smallest games in which two players learn by steps: one number each. They circle, fly apart or come to rest, and you see why.</source>
        <translation>双方一步步学习的最小博弈：每方一个数。它们会打转、飞散或静止，而且看得出为什么。</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Done · %1</source>
        <translation>已完成 · %1</translation>
    </message>
    <message>
        <source>At page %1 of %2 · %3</source>
        <translation>第 %1 页，共 %2 页 · %3</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LessonQuestionView</name>
    <message>
        <source>A question</source>
        <translation>一个问题</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的回答</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>答对了。</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>不完全对。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LessonReader</name>
    <message>
        <source>Look at</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>所有课程</translation>
    </message>
    <message>
        <source>Back to all lessons (Esc)</source>
        <translation>回到所有课程（Esc）</translation>
    </message>
    <message>
        <source>The lesson&apos;s words</source>
        <translation>课文</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>The page before (←)</source>
        <translation>上一页（←）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The next page (→ or Enter)</source>
        <translation>下一页（→ 或 Enter）</translation>
    </message>
    <message>
        <source>Marks the lesson as done and goes back to all lessons</source>
        <translation>把课程标为完成，回到所有课程</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LessonStage</name>
    <message>
        <source>This lesson has no scene “%1”.</source>
        <translation>这门课没有场景“%1”。</translation>
    </message>
    <message>
        <source>There is no game “%1”.</source>
        <translation>没有博弈“%1”。</translation>
    </message>
    <message>
        <source>A run is training. This scene trains networks of its own: the other run would be stopped and saved; nothing is lost.</source>
        <translation>有一次训练正在进行。这个场景要训练自己的网络：另一次训练会被停止并保存，什么也不会丢失。</translation>
    </message>
    <message>
        <source>Stop it and open the scene</source>
        <translation>停止它并打开场景</translation>
    </message>
    <message>
        <source>There is no family “%1”.</source>
        <translation>没有家族“%1”。</translation>
    </message>
    <message>
        <source>This scene could not be opened; the message above says why.</source>
        <translation>无法打开这个场景；原因见上方的消息。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::LossCurves</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Save curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Picture (*.png);;PDF document (*.pdf);;Table of all points (*.csv)</source>
        <translation>图片 (*.png);;PDF 文档 (*.pdf);;全部数据点的表格 (*.csv)</translation>
    </message>
    <message>
        <source>The curves could not be written to %1. Check that the folder exists, can be written to and has room.</source>
        <translation>曲线无法写入 %1。请检查该文件夹是否存在、可写且有足够空间。</translation>
    </message>
    <message>
        <source>Step %1: %2 %3 → %4</source>
        <translation>第 %1 步：%2 %3 → %4</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>Which curves</source>
        <translation>显示哪些曲线</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Exponential smoothing: how much of the past the strong line keeps. The faint line behind it is what was measured. 0 switches it off.</source>
        <translation>指数平滑：粗线保留多少过去的值。其后的淡线是实测值。0 表示关闭。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest step in view. Ends when you move the curves.</source>
        <translation>始终显示最新的一步；移动曲线后停止跟随。</translation>
    </message>
    <message>
        <source>Axes, copy and save</source>
        <translation>坐标轴、复制与保存</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Logarithmic steps</source>
        <translation>步数取对数</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>数值取对数</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save as PNG, PDF or CSV…</source>
        <translation>保存为 PNG、PDF 或 CSV…</translation>
    </message>
    <message>
        <source>Live curves</source>
        <translation>实时曲线</translation>
    </message>
    <message>
        <source>Losses and other curves appear here when a run starts.</source>
        <translation>训练开始后，损失等曲线会显示在这里。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Point at a name to read what its curve means. Click a step to look back at it. Wheel: zoom. Drag: move. Shift and drag: zoom into a box. Double click or 0: everything.</source>
        <translation>指向名称可查看曲线的含义；单击某一步可回看。滚轮：缩放。拖动：移动。按住 Shift 拖动：框选放大。双击或按 0：显示全部。</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::MainWindow</name>
    <message>
        <source>Ganvas</source>
        <translation>Ganvas</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>试玩</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>新建训练(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a run…</source>
        <translation>打开训练记录(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation>首页(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>试玩(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>训练记录(&amp;R)</translation>
    </message>
    <message>
        <source>Th&amp;eme</source>
        <translation>主题(&amp;E)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>深色(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Ganvas</source>
        <translation>关于 Ganvas(&amp;A)</translation>
    </message>
    <message>
        <source>A run is training. Opening another one stops it; nothing is lost.</source>
        <translation>有一次训练正在进行。打开另一个会使其停止，但不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Stop and open</source>
        <translation>停止并打开</translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation>选择训练记录的文件夹</translation>
    </message>
    <message>
        <source>The run has ended after %1 steps and is saved.</source>
        <translation>训练已在 %1 步后结束并保存。</translation>
    </message>
    <message>
        <source>Play with it</source>
        <translation>试玩</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>%1 memory</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source> · step %1</source>
        <translation> · 第 %1 步</translation>
    </message>
    <message>
        <source>%1 in use</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>A run is training</source>
        <translation>训练正在进行</translation>
    </message>
    <message>
        <source>Stop training and close Ganvas?</source>
        <translation>停止训练并关闭 Ganvas？</translation>
    </message>
    <message>
        <source>The round is finished and everything is saved: you can go on later from where it stopped.</source>
        <translation>会完成当前这一轮并保存一切：以后可以从停下的地方继续。</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Finishing the round and saving…</source>
        <translation>正在完成当前轮并保存…</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>场</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>F&amp;ield</source>
        <translation>场(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Learn</source>
        <translation>学习(&amp;L)</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ModelHeader</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same pictures, here and with ganvas-cli generate --seed.</source>
        <translation>相同的种子会画出相同的图片，在这里和用 ganvas-cli generate --seed 都一样。</translation>
    </message>
    <message>
        <source>A random seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Pictures from the running average of the generator&apos;s weights: steadier, usually better.</source>
        <translation>由生成器权重的滑动平均画出的图片：更稳定，通常也更好。</translation>
    </message>
    <message>
        <source>Pictures from the weights as they are being trained.</source>
        <translation>由正在训练的权重画出的图片。</translation>
    </message>
    <message>
        <source>Follow training</source>
        <translation>跟随训练</translation>
    </message>
    <message>
        <source>Draw again, at most twice a second, while the networks go on learning.</source>
        <translation>网络继续学习时不断重画，每秒最多两次。</translation>
    </message>
    <message>
        <source>%1 ms · step %2</source>
        <translation>%1 毫秒 · 第 %2 步</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>The same pictures from both, side by side.</source>
        <translation>由两者画出的同样图片，并排显示。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::NavBar</name>
    <message>
        <source>Places</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::NeighboursPanel</name>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Find the nearest training pictures</source>
        <translation>查找最近的训练图片</translation>
    </message>
    <message>
        <source>Generated pictures above, their nearest training pictures below</source>
        <translation>上方为生成的图片，下方为与之最近的训练图片</translation>
    </message>
    <message>
        <source>Pictures that the generator draws, and under each the training picture nearest to it pixel by pixel.</source>
        <translation>生成器所画的图片，每张下方是逐像素比较与之最近的训练图片。</translation>
    </message>
    <message>
        <source>Has the generator learnt pictures by heart? Then they lie much nearer to a training picture than real pictures do that it has never seen.</source>
        <translation>生成器是否背下了图片？若是，它画的图片与训练图片的距离会远小于它从未见过的真实图片。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>距离 %1</translation>
    </message>
    <message>
        <source>The nearest is at %1; no real pictures are held out to compare with.</source>
        <translation>最近的距离为 %1；没有留出的真实图片可供比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) lie less than half as far from a training picture as held-out real ones do (%1): they may be learnt by heart.</source>
        <translation>
            <numerusform>有 %n 张图片与训练图片的距离不到留出真实图片（%1）的一半：可能是背下来的。</numerusform>
        </translation>
    </message>
    <message>
        <source>The nearest is at %1; held-out real pictures have their nearest at %2. Nothing here looks learnt by heart.</source>
        <translation>最近的距离为 %1；留出的真实图片的最近距离为 %2。这里没有背下来的迹象。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::NumberEditor</name>
    <message>
        <source>slider</source>
        <translation>滑块</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PaintedView</name>
    <message>
        <source>Painted picture</source>
        <translation>画出的图片</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterField</name>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Back to the default, %1</source>
        <translation>恢复默认值 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置%1</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterForm</name>
    <message>
        <source>Reset %1</source>
        <translation>重置%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 改为 %2</translation>
    </message>
    <message>
        <source>Reset all parameters</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>Fixed while the run goes on: stop it to change this.</source>
        <translation>训练期间不可更改：请先停止训练。</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>已改 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>While it trains, only parameters that take effect at once can be changed. The rest is greyed out.</source>
        <translation>训练期间只能更改立即生效的参数，其余参数显示为灰色。</translation>
    </message>
    <message>
        <source>No parameter matches “%1”.</source>
        <translation>没有参数与“%1”匹配。</translation>
    </message>
    <message>
        <source>Every parameter has its default.</source>
        <translation>所有参数均为默认值。</translation>
    </message>
    <message>
        <source>Search parameters</source>
        <translation>搜索参数</translation>
    </message>
    <message>
        <source>Finds by name, key, group or words of the explanation, advanced ones too</source>
        <translation>可按名称、键名、分组或说明中的词语查找，包括高级参数</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>The parameters that one changes first</source>
        <translation>最先会调整的参数</translation>
    </message>
    <message>
        <source>All parameters</source>
        <translation>所有参数</translation>
    </message>
    <message>
        <source>Shows only parameters that differ from their defaults</source>
        <translation>只显示与默认值不同的参数</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Sets every parameter back to its default. Can be undone.</source>
        <translation>将所有参数恢复为默认值，可以撤销。</translation>
    </message>
    <message>
        <source>Show all parameters</source>
        <translation>显示所有参数</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterHelp</name>
    <message>
        <source>Help for the chosen parameter</source>
        <translation>所选参数的帮助</translation>
    </message>
    <message>
        <source>Choose a parameter to read what it does</source>
        <translation>选择一个参数以查看其作用</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterSection</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>已改 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ParameterText</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>off or on</source>
        <translation>关或开</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认值：%1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>can change while it trains</source>
        <translation>训练期间可更改</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PhaseFormula</name>
    <message>
        <source>A step, or slow motion, shows here what each player minimises.</source>
        <translation>单步或慢动作时，这里显示每一方最小化的量。</translation>
    </message>
    <message>
        <source>The discriminator has made a step down on its loss</source>
        <translation>判别器沿自己的损失下降了一步</translation>
    </message>
    <message>
        <source>The generator has made a step down on its loss</source>
        <translation>生成器沿自己的损失下降了一步</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PhasePortrait</name>
    <message>
        <source>Phase portrait</source>
        <translation>相图</translation>
    </message>
    <message>
        <source>Arrows: where a step leads from each place. Drag the ring to begin elsewhere, turn the wheel to see more or less.</source>
        <translation>箭头：从每个位置走一步到哪里。拖动圆环可从别处开始，转动滚轮可看得更多或更少。</translation>
    </message>
    <message>
        <source>x: player one, the generator  →</source>
        <translation>x：一号，生成器  →</translation>
    </message>
    <message>
        <source>↑  y: player two, the discriminator</source>
        <translation>↑  y：二号，判别器</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PlayPage</name>
    <message>
        <source>Play</source>
        <translation>试玩</translation>
    </message>
    <message>
        <source>&amp;Generator</source>
        <translation>生成器(&amp;G)</translation>
    </message>
    <message>
        <source>Whose generator to play with</source>
        <translation>试玩哪个生成器</translation>
    </message>
    <message>
        <source>Ways to use the networks</source>
        <translation>使用网络的方式</translation>
    </message>
    <message>
        <source>Train a GAN</source>
        <translation>训练一个 GAN</translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation>选择训练记录的文件夹</translation>
    </message>
    <message>
        <source>The run in training</source>
        <translation>正在进行的训练</translation>
    </message>
    <message>
        <source>The run just trained</source>
        <translation>刚刚结束的训练</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Nothing to play with yet</source>
        <translation>还没有可以试玩的内容</translation>
    </message>
    <message>
        <source>The networks of this run are still being built.</source>
        <translation>本次训练的网络仍在构建中。</translation>
    </message>
    <message>
        <source>Trained generators will be here: change the latent and see what they draw.</source>
        <translation>训练好的生成器会出现在这里：改变潜变量，看看它们画出什么。</translation>
    </message>
    <message>
        <source>%1, comes with Ganvas</source>
        <translation>%1，Ganvas 自带</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PointPad</name>
    <message>
        <source>Points of the data</source>
        <translation>数据的点</translation>
    </message>
    <message>
        <source>Draw what the generator is to learn</source>
        <translation>画出生成器要学的东西</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A named set of values for all parameters below</source>
        <translation>为下面所有参数命名保存的一组值</translation>
    </message>
    <message>
        <source>Save, load or share a preset</source>
        <translation>保存、载入或分享预设</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Changed from the defaults</source>
        <translation>已更改默认值</translation>
    </message>
    <message>
        <source>Every parameter at its default</source>
        <translation>所有参数均为默认值</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Modified  ·  %1</source>
        <translation>已修改  ·  %1</translation>
    </message>
    <message>
        <source>There is no preset “%1” for this family.</source>
        <translation>该模型没有预设“%1”。</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>保存“%1”</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>恢复为预设</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>从文件载入…</translation>
    </message>
    <message>
        <source>Save the preset to a file</source>
        <translation>将预设保存到文件</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>Load a preset from a file</source>
        <translation>从文件载入预设</translation>
    </message>
    <message>
        <source>Every parameter as the family has it.</source>
        <translation>所有参数均按模型自身的设定。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PresetDialog</name>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>What it is for, in a sentence</source>
        <translation>用一句话说明其用途</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>用途(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Give it a name: letters, digits, spaces and dashes.</source>
        <translation>请命名：可用字母、数字、空格和连字符。</translation>
    </message>
    <message>
        <source>This preset comes with Ganvas and stays as it is. Choose another name.</source>
        <translation>此预设随 Ganvas 提供，不能更改。请换一个名称。</translation>
    </message>
    <message>
        <source>You have a preset of this name; it will be replaced.</source>
        <translation>您已有同名预设，它将被替换。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::PresetPace</name>
    <message>
        <source>%1 seconds</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1: about %2 rounds here</source>
        <translation>%1：在本机约 %2 轮</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>%1: about %2 here</source>
        <translation>%1：在本机约 %2</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 个 epoch</translation>
    </message>
    <message>
        <source>Until you stop it</source>
        <translation>直到您停止</translation>
    </message>
    <message>
        <source>%1: about %2 rounds a minute here</source>
        <translation>%1：在本机每分钟约 %2 轮</translation>
    </message>
    <message>
        <source>measuring how fast this goes here …</source>
        <translation>正在测量在本机的速度…</translation>
    </message>
    <message>
        <source>not on this computer yet</source>
        <translation>本机还没有</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::RunColumn</name>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Both players appear here as soon as a run begins.</source>
        <translation>训练一开始，双方就会出现在这里。</translation>
    </message>
    <message>
        <source>Run B begins together with run A at the next start.</source>
        <translation>下次开始时，训练 B 与训练 A 一起开始。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::RunControls</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 of %2 rounds</source>
        <translation>%1 / %2 轮</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>epoch %1</translation>
    </message>
    <message>
        <source>%1 pictures/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source> %1 %</source>
        <translation> %1%</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused before: %1</source>
        <translation>已暂停，下一阶段：%1</translation>
    </message>
    <message>
        <source>Finishing the round and saving</source>
        <translation>正在完成当前轮并保存</translation>
    </message>
    <message>
        <source>Stopped and saved</source>
        <translation>已停止并保存</translation>
    </message>
    <message>
        <source>Finished and saved</source>
        <translation>已完成并保存</translation>
    </message>
    <message>
        <source>Ended by an error</source>
        <translation>因错误结束</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Starts a new run with these values</source>
        <translation>用这些值开始新的训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pauses after the current phase</source>
        <translation>在当前阶段之后暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Goes on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Trains one round (every discriminator update and the generator&apos;s), then pauses</source>
        <translation>训练一轮（判别器的所有更新和生成器的更新），然后暂停</translation>
    </message>
    <message>
        <source>One phase</source>
        <translation>单阶段</translation>
    </message>
    <message>
        <source>Trains one phase of the round, for example the discriminator&apos;s update, then pauses</source>
        <translation>训练一轮中的一个阶段（例如判别器的更新），然后暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Finishes the round, saves a checkpoint and ends the run</source>
        <translation>完成当前轮，保存检查点并结束训练</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the same initial weights and seeds, paused; the log so far is kept aside</source>
        <translation>回到相同的初始权重和种子并暂停；到目前为止的日志会另行保留</translation>
    </message>
    <message>
        <source>Save checkpoint</source>
        <translation>保存检查点</translation>
    </message>
    <message>
        <source>Saves the networks as they are now</source>
        <translation>保存网络的当前状态</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measures the quality of the samples now; training waits meanwhile</source>
        <translation>立即测量样本质量；期间训练暂停等待</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Goes on with this run from its newest checkpoint</source>
        <translation>从最新的检查点继续本次训练</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Stored run</source>
        <translation>已保存的训练</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>trained %1</source>
        <translation>已训练 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::RunScene</name>
    <message>
        <source>The lesson&apos;s run</source>
        <translation>课程的训练</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::RunsPage</name>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Search by name, family or data</source>
        <translation>按名称、模型或数据搜索</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索训练记录</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Shows its curves and samples over time</source>
        <translation>显示其曲线和各个时刻的样本</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Goes on from its newest checkpoint</source>
        <translation>从其最新的检查点继续</translation>
    </message>
    <message>
        <source>Play with it</source>
        <translation>试玩</translation>
    </message>
    <message>
        <source>Draws with its generator</source>
        <translation>用它的生成器作画</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Opens the run&apos;s folder</source>
        <translation>打开训练记录的文件夹</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有训练记录</translation>
    </message>
    <message>
        <source>Every run that you train is kept here with its curves, samples and networks.</source>
        <translation>您的每次训练都会连同曲线、样本和网络保存在这里。</translation>
    </message>
    <message>
        <source>Train a GAN</source>
        <translation>训练一个 GAN</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Another run is training. Stop it first.</source>
        <translation>另一次训练正在进行，请先停止它。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SampleGridView</name>
    <message>
        <source>Sample grid</source>
        <translation>样本网格</translation>
    </message>
    <message>
        <source>What the generator draws appears here when a run starts: always from the same latents, so that one sees the same pictures form.</source>
        <translation>训练开始后，生成器画的内容会显示在这里：始终使用相同的潜变量，因此可以看到同样的图片逐渐成形。</translation>
    </message>
    <message>
        <source>New latents: other pictures from now on</source>
        <translation>更换潜变量：从现在起画别的图片</translation>
    </message>
    <message>
        <source>New latents</source>
        <translation>更换潜变量</translation>
    </message>
    <message>
        <source>Sort the pictures into classes, as a network trained on the data reads them</source>
        <translation>按在该数据上训练的网络的识别结果，将图片归入各类别</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>适合窗口 (0)</translation>
    </message>
    <message>
        <source>Copy the grid</source>
        <translation>复制网格</translation>
    </message>
    <message>
        <source>Save the grid…</source>
        <translation>保存网格…</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples at step %1</source>
        <translation>第 %1 步的样本</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SectionHeader</name>
    <message>
        <source>Folds or unfolds this group of parameters</source>
        <translation>折叠或展开这组参数</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SettingsDialog</name>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>最快的可用设备</translation>
    </message>
    <message>
        <source>Device for new runs</source>
        <translation>新训练使用的设备</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Opens the folder</source>
        <translation>打开该文件夹</translation>
    </message>
    <message>
        <source>Runs are kept in</source>
        <translation>训练记录保存在</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Next field, previous field</source>
        <translation>下一字段、上一字段</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>Press what has the focus</source>
        <translation>按下有焦点的控件</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>空格、回车</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Alt and the underlined letter</source>
        <translation>Alt 加带下划线的字母</translation>
    </message>
    <message>
        <source>Dismiss a message or a dialog</source>
        <translation>关闭消息或对话框</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In a lesson</source>
        <translation>在课程中</translation>
    </message>
    <message>
        <source>Next page, page before</source>
        <translation>下一页，上一页</translation>
    </message>
    <message>
        <source>→, ←</source>
        <translation>→, ←</translation>
    </message>
    <message>
        <source>Next page, or press what has the focus</source>
        <translation>下一页，或按下有焦点的控件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>回答问题</translation>
    </message>
    <message>
        <source>1, 2, 3, …</source>
        <translation>1, 2, 3, …</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>所有课程</translation>
    </message>
    <message>
        <source>In a game of two numbers</source>
        <translation>在两个数的博弈中</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>One step, one step back</source>
        <translation>前进一步，后退一步</translation>
    </message>
    <message>
        <source>To the start, to the end</source>
        <translation>到起点，到终点</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>See less, more, all</source>
        <translation>看得更少、更多、全部</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+, −, 0</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>Pen, eraser, line, rectangle, ellipse, fill</source>
        <translation>画笔、橡皮、直线、矩形、椭圆、填充</translation>
    </message>
    <message>
        <source>P, E, L, R, O, F</source>
        <translation>P、E、L、R、O、F</translation>
    </message>
    <message>
        <source>Finer, broader pen</source>
        <translation>更细、更粗的笔</translation>
    </message>
    <message>
        <source>[, ]</source>
        <translation>[、]</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>right button</source>
        <translation>右键</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>An example, a picture to trace</source>
        <translation>例子、供描摹的图片</translation>
    </message>
    <message>
        <source>X, T</source>
        <translation>X、T</translation>
    </message>
    <message>
        <source>Other noise, keep it</source>
        <translation>换噪声、保持噪声</translation>
    </message>
    <message>
        <source>N, K</source>
        <translation>N、K</translation>
    </message>
    <message>
        <source>Move the paper</source>
        <translation>移动画纸</translation>
    </message>
    <message>
        <source>Space and drag, middle button</source>
        <translation>按住空格拖动、中键</translation>
    </message>
    <message>
        <source>wheel, +, −, 0</source>
        <translation>滚轮、+、−、0</translation>
    </message>
    <message>
        <source>Record a film</source>
        <translation>录制影片</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SketchCanvas</name>
    <message>
        <source>Paper to draw on</source>
        <translation>画纸</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在此绘画</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SketchFiles</name>
    <message>
        <source>Open a drawing…</source>
        <translation>打开绘图…</translation>
    </message>
    <message>
        <source>Open a drawing</source>
        <translation>打开绘图</translation>
    </message>
    <message>
        <source>Drawings (*.json)</source>
        <translation>绘图 (*.json)</translation>
    </message>
    <message>
        <source>Save the drawing…</source>
        <translation>保存绘图…</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存绘图</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Take the lines of a picture…</source>
        <translation>取图片的线条…</translation>
    </message>
    <message>
        <source>Take the lines of a picture</source>
        <translation>取图片的线条</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.svg)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp *.svg)</translation>
    </message>
    <message>
        <source>Paste a picture&apos;s lines</source>
        <translation>粘贴图片的线条</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save drawing and picture…</source>
        <translation>保存绘图和图片…</translation>
    </message>
    <message>
        <source>Save drawing and picture</source>
        <translation>保存绘图和图片</translation>
    </message>
    <message>
        <source>drawing and picture</source>
        <translation>绘图和图片</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one first, then paste its lines here.</source>
        <translation>剪贴板上没有图片。请先复制一张，再把它的线条粘贴到这里。</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>保存影片</translation>
    </message>
    <message>
        <source>WebP (*.webp);;GIF (*.gif);;MP4 (*.mp4)</source>
        <translation>WebP 动画 (*.webp);;GIF 动画 (*.gif);;MP4 影片 (*.mp4)</translation>
    </message>
    <message>
        <source>The picture on the clipboard is %1×%2 px, more than %3 px a side. Make it smaller first.</source>
        <translation>剪贴板上的图片为 %1×%2 px，边长超过 %3 px。请先缩小它。</translation>
    </message>
    <message>
        <source>The film is saved as %1.</source>
        <translation>影片已保存为 %1。</translation>
    </message>
    <message>
        <source>The picture on the clipboard cannot be read: it is damaged or too large. Make it smaller first, or save it to a file and open that.</source>
        <translation>剪贴板上的图片无法读取：它已损坏或太大。请先缩小它，或存为文件再打开。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SketchPanel</name>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>一个例子</translation>
    </message>
    <message>
        <source>A picture to trace</source>
        <translation>供描摹的图片</translation>
    </message>
    <message>
        <source>Open, save, import, paste</source>
        <translation>打开、保存、导入、粘贴</translation>
    </message>
    <message>
        <source>Record a film</source>
        <translation>录制影片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>Your last drawing was not saved before Ganvas ended.</source>
        <translation>Ganvas 结束前，你上次的绘图没有保存。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>找回</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Other noise</source>
        <translation>换噪声</translation>
    </message>
    <message>
        <source>Keep the noise for the next drawing</source>
        <translation>下一幅绘图保持噪声</translation>
    </message>
    <message>
        <source>The same drawing with other noise</source>
        <translation>同一绘图，不同噪声</translation>
    </message>
    <message>
        <source>The same drawing with other noise: click the one that you like.</source>
        <translation>同一绘图，不同噪声：点击你喜欢的一张。</translation>
    </message>
    <message>
        <source>Picture beside the drawing</source>
        <translation>图片在绘图旁边</translation>
    </message>
    <message>
        <source>Picture under the drawing</source>
        <translation>图片在绘图下面</translation>
    </message>
    <message>
        <source>From the drawing to the picture</source>
        <translation>从绘图到图片</translation>
    </message>
    <message>
        <source>At the left only the drawing, at the right only the picture</source>
        <translation>最左只有绘图，最右只有图片</translation>
    </message>
    <message>
        <source>Discriminator&apos;s opinion</source>
        <translation>判别器的看法</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>画的是什么</translation>
    </message>
    <message>
        <source>What is drawn: these networks are told it</source>
        <translation>画的是什么：会告诉这些网络</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The pictures of this model&apos;s data are not on this computer, so there is none to trace.</source>
        <translation>此模型的数据图片不在这台电脑上，因此没有可描摹的。</translation>
    </message>
    <message>
        <source>%1 ms from pen to picture, %2 of them in the networks</source>
        <translation>从落笔到图片 %1 毫秒，其中网络 %2 毫秒</translation>
    </message>
    <message>
        <source>Draw at the left, and the picture comes here while you draw. X shows an example.</source>
        <translation>在左边画，图片会边画边出现在这里。按 X 显示一个例子。</translation>
    </message>
    <message>
        <source>Choose a model above, then draw.</source>
        <translation>先在上方选择模型，然后画。</translation>
    </message>
    <message>
        <source>Colours what the discriminator takes for real and what for painted, patch by patch; stronger where it is more sure.</source>
        <translation>逐块着色：判别器认为真实的和认为是画出来的；越有把握颜色越深。</translation>
    </message>
    <message>
        <source>green: taken for real, red: for painted</source>
        <translation>绿：认为真实，红：认为是画的</translation>
    </message>
    <message>
        <source>This discriminator has no opinion on one picture: its loss only compares, or it was not trained.</source>
        <translation>这个判别器对单张图片没有看法：它的损失只做比较，或者它没有经过训练。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::SketchTools</name>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Size of the pen</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Width of lines at full pressure ([ and ])</source>
        <translation>最大压力时的线宽（[ 和 ]）</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How much the trembling of the hand is ironed out</source>
        <translation>手的颤抖被抹平多少</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>No symmetry</source>
        <translation>不对称</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>两个方向</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::StepDots</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::TileView</name>
    <message>
        <source>%1×: %2 × %3 px</source>
        <translation>%1×：%2 × %3 像素</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>sample.png</source>
        <translation>sample.png</translation>
    </message>
    <message>
        <source>samples.png</source>
        <translation>samples.png</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Copy this picture</source>
        <translation>复制此图片</translation>
    </message>
    <message>
        <source>Save this picture…</source>
        <translation>保存此图片…</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>全部保存…</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Pictures appear here.</source>
        <translation>图片会显示在这里。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>第 %1 号</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::TimeSlider</name>
    <message>
        <source>Play through the run</source>
        <translation>播放整个训练过程</translation>
    </message>
    <message>
        <source>Back to what is happening now</source>
        <translation>回到当前</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::TimeTrack</name>
    <message>
        <source>Step of the run</source>
        <translation>训练的步</translation>
    </message>
    <message>
        <source>Look back at any step of the run: samples and curves move together.
Arrow keys go from one saved picture to the next, Home and End to the ends.</source>
        <translation>回看训练的任意一步：样本和曲线同步移动。
方向键在已保存的图片之间移动，Home 和 End 键跳到两端。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::TrainPage</name>
    <message>
        <source>Set-up</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Watch pictures form</source>
        <translation>看图片逐渐成形</translation>
    </message>
    <message>
        <source>Choose data…</source>
        <translation>选择数据…</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find parameter</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>Reset all parameters</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>A run is going on. Stop it before you start another one.</source>
        <translation>训练正在进行。请先停止，再开始新的训练。</translation>
    </message>
    <message>
        <source>Here you will see what %1 draws, always from the same latents, so that the same pictures sharpen before your eyes. Beneath, both networks&apos; losses appear as curves.</source>
        <translation>这里将显示%1所画的内容：始终使用相同的潜变量，同样的图片会在您眼前逐渐清晰。下方以曲线显示两个网络的损失。</translation>
    </message>
    <message>
        <source>the generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Choose what the networks learn from: Fashion-MNIST, digits, or a folder of your own pictures.</source>
        <translation>选择网络要学习的内容：Fashion-MNIST、数字，或您自己的图片文件夹。</translation>
    </message>
    <message>
        <source>Use the generator while it learns</source>
        <translation>在生成器学习的同时使用它</translation>
    </message>
    <message>
        <source>Reset the run</source>
        <translation>重置训练</translation>
    </message>
    <message>
        <source>Go back to the same initial weights?</source>
        <translation>回到相同的初始权重？</translation>
    </message>
    <message>
        <source>The networks forget what they have learned in this run. Seeds and data order begin again too; the log so far is kept aside.</source>
        <translation>网络会忘记本次训练学到的内容，种子和数据顺序也会重新开始；到目前为止的日志会另行保留。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::TrainSetup</name>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Load preset %1</source>
        <translation>载入预设 %1</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Goes on with this run from its newest checkpoint</source>
        <translation>从最新的检查点继续本次训练</translation>
    </message>
    <message>
        <source>Use as a starting point</source>
        <translation>以此为起点</translation>
    </message>
    <message>
        <source>Keeps these values in the form, to change them and begin a new run</source>
        <translation>在表单中保留这些值，可修改后开始新的训练</translation>
    </message>
    <message>
        <source>Choose data…</source>
        <translation>选择数据…</translation>
    </message>
    <message>
        <source>What the networks learn from: a data set or a folder of your own pictures</source>
        <translation>网络学习的内容：数据集或您自己的图片文件夹</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>数据：%1</translation>
    </message>
    <message>
        <source>Choose a family first.</source>
        <translation>请先选择模型。</translation>
    </message>
    <message>
        <source>Choose data to learn from first.</source>
        <translation>请先选择要学习的数据。</translation>
    </message>
    <message>
        <source>These are the values of a stored run.</source>
        <translation>这些是一次已保存训练的值。</translation>
    </message>
    <message>
        <source>Stored run &lt;b&gt;%1&lt;/b&gt;, %2 rounds</source>
        <translation>已保存的训练 &lt;b&gt;%1&lt;/b&gt;，%2 轮</translation>
    </message>
    <message>
        <source>%1 things must be put right before the run can start; they are marked.</source>
        <translation>开始训练之前有 %1 处需要改正，均已标出。</translation>
    </message>
</context>
<context>
    <name>ganvas::ui::savePng</name>
    <message>
        <source>The picture could not be written to %1. Check that the folder exists, can be written to and has room.</source>
        <translation>图片无法写入 %1。请检查该文件夹是否存在、可写且有足够空间。</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>场</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘画</translation>
    </message>
</context>
</TS>
