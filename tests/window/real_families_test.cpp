// The window's widgets with the real engine.
#include <gtest/gtest.h>

#include "engine/worker/engine_factory.hpp"
#include "tests/ui/train/schema_source.hpp"

namespace ganvas::test {

std::shared_ptr<Engine> schemaSource() { return makeEngine(); }

namespace {

TEST(RealFamilies, AreThoseOfTheEngine) { EXPECT_GE(schemaSource()->families().size(), 2U); }

}  // namespace
}  // namespace ganvas::test
