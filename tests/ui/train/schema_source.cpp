#include "tests/ui/train/schema_source.hpp"

#include "tests/ui/bridge/fake_engine.hpp"

namespace ganvas::test {

std::shared_ptr<Engine> schemaSource() { return std::make_shared<FakeEngine>(); }

}  // namespace ganvas::test
