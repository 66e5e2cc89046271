// Two short lessons and one that cannot be read, for tests and previews of the page that shows them.
#pragma once

#include "tests/ui/bridge/fake_engine.hpp"

namespace ganvas::test {

LessonList sampleLessons();

class LessonEngine : public FakeEngine {
 public:
  LessonList lessons() const override { return told; }
  LessonList told = sampleLessons();
};

}  // namespace ganvas::test
