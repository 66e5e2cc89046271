#include "tests/ui/learn/sample_lessons.hpp"

namespace ganvas::test {
namespace {

LocalText both(const std::string& english, const std::string& chinese) { return {{"en", english}, {"zh_CN", chinese}}; }

LessonInfo games() {
  LessonInfo lesson;
  lesson.name = "circles";
  lesson.title = both("Why it need not converge", "为什么不一定收敛");
  lesson.summary = both("Two numbers, one game: steps that always help one player lead both away from where they ought to end.", "两个数，一场博弈。");
  lesson.minutes = 15;
  lesson.scenes["both"] = {"", "", {}, {{"step_size", 0.1}, {"steps", std::int64_t{300}}}, "bilinear", ""};
  lesson.scenes["cure"] = {"", "", {}, {{"step_size", 0.1}, {"method", std::string("extragradient")}}, "bilinear", "both"};
  LessonStep first;
  first.title = both("A game of two numbers", "两个数的博弈");
  first.text = both(
      "A GAN is a game between the **generator** and the **discriminator**. Here is the smallest one that behaves like it: player one chooses **x** and wants `V = x·y` small, "
      "player two chooses **y** and wants it large.\n\n`x ← x − 0.1·y`\n`y ← y + 0.1·x`\n\nAt (0, 0) neither can win anything by moving *alone*. "
      "Such a place is a **Nash equilibrium**. For a GAN it is where D*(x) = ½.",
      "GAN 是**生成器**与**判别器**之间的博弈。");
  first.look = both("The arrows turn round the equilibrium; *none* points at it.", "箭头绕着均衡点转。");
  first.scene = "both";
  first.attempts = {both("Drag the ring nearer to the middle.", "把圆环拖近中心。"), both("Make `step_size` smaller: does it help?", "把步长调小：有用吗？")};
  first.actions = {{both("Play", "播放"), "", {}, "play"}, {both("Steps of 0.5", "步长 0.5"), "", {{"step_size", 0.5}}, "play"}, {both("Show the cure", "看看解法"), "cure", {}, ""}};
  LessonStep second;
  second.title = both("A cure", "一种解法");
  second.text = both("1. A step is *tried*.\n2. The slopes found there are taken.", "1. 先试走一步。\n2. 再用那里的斜率。");
  second.question = LessonQuestion{both("What happens with very small steps?", "步长很小时会怎样？"),
                                   {both("They come to rest at (0, 0).", "停在 (0, 0)。"), both("They go round in a circle: a cosine and a sine.", "绕圈：余弦和正弦。"), both("They fly apart.", "飞散。")},
                                   1,
                                   both("The radius grows by `√(1 + η²)` a step, which is nothing where η is small.", "半径每步增长 `√(1 + η²)`。")};
  lesson.steps = {first, second};
  return lesson;
}

LessonInfo pictures() {
  LessonInfo lesson;
  lesson.name = "pictures";
  lesson.title = both("From 2-D to pictures", "从二维到图片");
  lesson.summary = both("The same game with pictures.", "同样的博弈，换成图片。");
  lesson.minutes = 10;
  lesson.scenes["clothes"] = {"dcgan", "fashion-mnist", {}, {}, "", ""};
  LessonStep first;
  first.title = both("The same two players", "还是这两位玩家");
  first.text = both("A picture is a point with 784 coordinates.", "一张图片是 784 维空间中的一个点。");
  LessonStep second = first;
  second.title = both("Let them play", "开始");
  second.scene = "clothes";
  second.actions = {{both("Train", "训练"), "", {}, "play"}, {both("Slower generator", "慢一点的生成器"), "", {{"lr_g", 1e-5}}, ""}, {both("A smaller batch", "更小的批次"), "", {{"batch", std::int64_t{16}}}, ""}};
  lesson.steps = {first, second};
  return lesson;
}

}  // namespace

LessonList sampleLessons() {
  return {{games(), pictures()}, {sentence("The lesson %1 cannot be read: there is no key %2. Did you mean %3?", "\"mine.json\"", "\"titel\"", "\"title\"")}};
}

}  // namespace ganvas::test
