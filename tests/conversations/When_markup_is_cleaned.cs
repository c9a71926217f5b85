using System.Diagnostics;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

/// <summary>HTML, what nobody sees, and what transcribers note.</summary>
public sealed class When_markup_is_cleaned
{
    [Theory]
    [InlineData("<p>Good day</p><p>How much is <b>it</b>?</p>", "Good day\n\nHow much is it?")]
    [InlineData("one<br>two<br/>three", "one\ntwo\nthree")]
    [InlineData("<div class=\"msg\">in stock<script>if (a < b) { track('x'); }</script><style>.m{}</style></div>", "in stock")]
    [InlineData("see <a href='https://shop.example'>our shop</a>", "see our shop")]
    [InlineData("<img src=x.png alt=\"[doge]\"> well", "[doge] well")]
    [InlineData("<p>install <package> first</p>", "install <package> first")]
    [InlineData("<p>open <b>and never closed", "open and never closed")]
    [InlineData("<span style='x'>价格：350万&nbsp;起</span>", "价格：350万\u00A0起")]
    [InlineData("Fish &amp; chips &lt; 10&#8364;", "Fish & chips < 10€")]
    [InlineData("&lt;p&gt;escaped twice&lt;br&gt;over&lt;/p&gt;", "escaped twice\nover")]
    [InlineData("&amp;lt;3", "<3")]
    [InlineData("said <!-- hidden --> aloud", "said  aloud")]
    [InlineData("What is &lt;strong&gt;?", "What is <strong>?")]
    public void Should_turn_html_into_text(string text, string clean) => Cleaned.By("html", text, clean);

    [Theory]
    [InlineData("a < b and b > c")]
    [InlineData("I <3 it")]
    [InlineData("R&D at AT&T, see https://shop.example/?a=1&copy=2")]
    [InlineData("apt install <package>, then type <yourname>")]
    [InlineData("put it in a <div> of its own")]
    [InlineData("So &lt;div&gt;JSON&lt;/div&gt; is what I wrote")]
    [InlineData("x<y>z")]
    public void Should_leave_brackets_that_are_no_html(string text) => Cleaned.Keeps(text);

    [Theory]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("pass\u200Bword\u202E", "password")]
    [InlineData("\uFEFFhello\uFFFD\uFFFD\uFFFD", "hello")]
    [InlineData("col\u001B[31mour\u001B[0m \u000304red\u0003", "colour red")]
    [InlineData("icon \uE001 here", "icon  here")]
    [InlineData("你\u00AD好\u0085", "你好\u0085")]
    public void Should_remove_what_nobody_sees(string text, string clean) => Cleaned.By("control-characters", text, clean);

    [Theory]
    [InlineData("one\ttwo\nthree")]
    [InlineData("👩\u200D🔧 mends it 🏴\U000E0067\U000E0062\U000E007F")]
    public void Should_leave_white_space_and_emoji(string text) => Cleaned.Keeps(text);

    [Theory]
    [InlineData("It is [laughter] the <UNSURE>second</UNSURE> one <UNIN/>.", "It is the second one.")]
    [InlineData("At [inaudible 00:12:33] o'clock", "At o'clock")]
    [InlineData("（笑）对，是的【掌声】", "对，是的")]
    [InlineData("[眾人笑] 好的", " 好的")]
    [InlineData("<|zh|><|NEUTRAL|><|Speech|>请问还有吗", "请问还有吗")]
    [InlineData("yes (laughs), sure", "yes, sure")]
    [InlineData("[[laughs]laughs]ok", "ok")]
    public void Should_remove_transcribers_notes(string text, string clean) => Cleaned.By("annotations", text, clean);

    [Theory]
    [InlineData("[doge] 真的吗[允悲]")]
    [InlineData("press (pause) on the [remote]")]
    [InlineData("（鼓楼店）")]
    [InlineData("array[0] and f(x)")]
    [InlineData("[win alert] 600 points")]
    public void Should_leave_what_people_put_in_brackets(string text) => Cleaned.Keeps(text);

    [Theory]
    [InlineData("哈哈哈哈哈哈哈哈哈哈", "哈哈哈")]
    [InlineData("no!!!!!!!!!!!!", "no!!!")]
    [InlineData("okokokokokokokok", "okokok")]
    [InlineData("😂😂😂😂😂😂😂😂😂 really", "😂😂😂 really")]
    [InlineData("谢谢观看谢谢观看谢谢观看谢谢观看谢谢观看谢谢观看谢谢观看", "谢谢观看谢谢观看谢谢观看")]
    [InlineData("thank you. thank you. thank you. thank you. thank you. thank you. thank you. ", "thank you. thank you. thank you. ")]
    public void Should_bound_what_repeats_itself(string text, string clean) => Cleaned.By("repeated-characters", text, clean);

    [Theory]
    [InlineData("哈哈哈哈，好的")]
    [InlineData("that is sooooo nice...")]
    [InlineData("the number is 13888888888, then 1000000000")]
    [InlineData("one one one one one one one one")]
    [InlineData("八八八八八八八八")]
    [InlineData("card xxxxxxxxxxxx1234 and ************99")]
    public void Should_leave_numbers_and_what_is_short(string text) => Cleaned.Keeps(text);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<p a=\"")]
    [InlineData("<")]
    [InlineData("&amp;")]
    [InlineData("<!--")]
    [InlineData("[[")]
    [InlineData("[laughs")]
    [InlineData("joined the chat\n")]
    [InlineData("http://x 优惠券\n")]
    [InlineData("嗯，")]
    [InlineData("ab")]
    public void Should_take_no_longer_for_what_is_made_to_hang(string again)
    {
        string text = string.Concat(Enumerable.Repeat(again, 100_000 / again.Length));
        var clock = Stopwatch.StartNew();
        Cleaned.Text(text, fillers: true);
        Cleaned.Text($"<p>{text}", fillers: true);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }
}
