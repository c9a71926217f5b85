using DialInsight.Contracts;
using DialInsight.Conversations.Cleaning;
using DialInsight.Conversations.Tests.Fixtures;
using DialInsight.DomainPacks.Cleaning;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Tests;

/// <summary>What programs write into conversations, and broadcasts.</summary>
public sealed class When_boilerplate_is_cleaned
{
    [Theory]
    [InlineData("Mira Olsen joined the chat", "")]
    [InlineData("*** tomas has left the channel ***", "")]
    [InlineData("<Media omitted>", "")]
    [InlineData("\u2068image omitted", "")]
    [InlineData("Messages and calls are end-to-end encrypted. No one outside of this chat can read them.", "")]
    [InlineData("Reacted to \"the blue one...\" with 👍", "")]
    [InlineData("Replying to \"the blue one...\" I prefer the red one", " I prefer the red one")]
    [InlineData("以上是打招呼的内容", "")]
    [InlineData("对方撤回了一条消息", "")]
    [InlineData("“小米”撤回了一条消息", "")]
    [InlineData("「阿明」加入群組", "")]
    [InlineData("阿明已收回訊息", "")]
    [InlineData("[图片]", "")]
    [InlineData("就是这个[图片]您看", "就是这个您看")]
    [InlineData("[貼圖] 好的", " 好的")]
    [InlineData("为了提高服务质量，您的通话将会被录音。请问有什么可以帮您？", "请问有什么可以帮您？")]
    [InlineData("This call may be recorded for training purposes. How can I help?", " How can I help?")]
    [InlineData("好的\n小李加入了群聊\n请说", "好的\n\n请说")]
    public void Should_remove_what_a_program_wrote(string text, string clean) => Assert.Equal(clean.Trim(), Cleaned.Text(text).Trim());

    [Theory]
    [InlineData("And then my mother joined the chat")]
    [InlineData("He left the meeting")]
    [InlineData("I joined the chat but nobody was there")]
    [InlineData("我加入了群聊，怎么没有人")]
    [InlineData("妈妈拍了拍我的肩膀")]
    [InlineData("你能把图片发给我吗")]
    [InlineData("Can you record this call?")]
    [InlineData("对方已取消")]
    [InlineData("To unsubscribe you need to open the settings")]
    public void Should_leave_what_people_say_in_the_same_words(string text) => Cleaned.Keeps(text);

    [Theory]
    [InlineData("【优选生活】限时秒杀！全场低至3折，点击链接 https://shop.example/a 领取优惠券，回T退订")]
    [InlineData("🎉🎉🎉全场五折，扫码加微信领优惠券🎁")]
    [InlineData("限时优惠！加微信 shop2026，扫码领取优惠券，名额有限")]
    [InlineData("限時下殺，加LINE領取折價券，數量有限，點擊連結 https://shop.example")]
    [InlineData("Flash sale! 50% off everything today only, shop now: https://shop.example Reply STOP to unsubscribe")]
    [InlineData("Sent from my iPhone")]
    public void Should_remove_broadcasts(string text) => Cleaned.By("advertisements", text, "");

    [Theory]
    [InlineData("我们加个微信吧，我把户型图发给您")]
    [InlineData("您加我微信，我把优惠券发给您")]
    [InlineData("这是优惠券链接 https://shop.example/c 您点击链接就可以领")]
    [InlineData("There is a 10% off coupon, shall I add it?")]
    [InlineData("你们这个限时优惠的优惠券怎么领？点击链接没反应，是不是要扫码？")]
    [InlineData("Hurry, the last chance to see the flat is on Friday")]
    [InlineData("请扫描二维码付款")]
    public void Should_leave_what_people_say_of_offers(string text) => Cleaned.Keeps(text);

    [Fact]
    public void Should_remove_a_broadcast_of_several_lines_and_keep_the_words_around_it()
    {
        const string Text = "我看到这个\n🔥限时秒杀🔥🔥\n加微信 shop2026\n领取优惠券\n您说能信吗";
        Assert.Equal("我看到这个\n\n\n\n您说能信吗", Cleaned.Text(Text));
    }

    [Fact]
    public void Should_remove_the_same_message_again_and_again()
    {
        const string Message = "Our new branch opens on Monday, everybody is welcome.";
        (IReadOnlyList<Turn> turns, IReadOnlyDictionary<string, int> counts) = Cleaned.Turns(
            [new("a", Message), new("b", "Where is it?"), new("a", Message), new("b", "ok"), new("a", Message), new("b", "ok"), new("b", "ok"), new("b", "ok")]);
        Assert.Equal([Message, "Where is it?", "ok", "ok", "ok", "ok"], turns.Select(turn => turn.Text));
        Assert.Equal(2, Assert.Single(counts).Value);
    }

    [Theory]
    [InlineData("Could you please tell me your order number again?", 4)]
    [InlineData("Our new branch opens on Monday, everybody is welcome.", 2)]
    public void Should_leave_questions_that_are_asked_again_and_what_is_said_twice(string text, int times) =>
        Assert.Equal(times + 1, Cleaned.Turns([.. Enumerable.Repeat(new Turn("a", text), times), new("b", "yes")]).Turns.Count);

    [Fact]
    public void Should_remove_the_turns_of_programs_where_two_people_speak()
    {
        Turn[] turns = [new("agent", "One moment."), new("action", "Account has been pulled up."), new("customer", "Sure."), new("系统消息", "客服已接入")];
        (IReadOnlyList<Turn> cleaned, IReadOnlyDictionary<string, int> counts) = Cleaned.Turns(turns);
        Assert.Equal(["agent", "customer"], cleaned.Select(turn => turn.Role));
        Assert.Equal((2, 2), (counts["boilerplate"], counts["empty-turns"]));

        Turn[] bot = [new("user", "Hi"), new("system", "How can I help?")];
        Assert.Same(bot, Cleaned.Turns(bot).Turns);
    }

    [Theory]
    [InlineData("嗯，那个，我想问一下", "我想问一下")]
    [InlineData("房子呢，呃，有点小", "房子呢，有点小")]
    [InlineData("I, um, think it is, you know, too small", "I, think it is, too small")]
    [InlineData("uh so how much", "so how much")]
    [InlineData("那個，請問還有嗎", "請問還有嗎")]
    public void Should_remove_fillers_on_request(string text, string clean)
    {
        Cleaned.By("fillers", text, clean, fillers: true);
        Cleaned.Keeps(text);
    }

    [Theory]
    [InlineData("嗯")]
    [InlineData("嗯，嗯，")]
    [InlineData("um, uh.")]
    [InlineData("那个房子多少钱")]
    [InlineData("Do you know the umbrella shop like this?")]
    [InlineData("啊！太贵了")]
    public void Should_never_take_the_meaning(string text) => Cleaned.Keeps(text, fillers: true);

    [Fact]
    public void Should_take_a_packs_own_patterns()
    {
        CleaningPatterns patterns = CleaningPatternReader.Read(
            """
            boilerplate:
              lines: ['Ticket {number} was assigned to {name}', '/case-[0-9]+ (opened|closed)/']
              prefixes: ['[auto] ']
              tokens: ['[#badge#]']
              speakers: [Robot]
            annotations: { brackets: [door slams] }
            advertising: { lines: ['visit {text} for our brochure'], offer: [library card] }
            """, "cleaning.yaml");
        var cleaner = new Cleaner(patterns);
        string Of(string text) => Cleaned.Turns([new("a", "x"), new("b", text), new("robot", "beep")], cleaner: cleaner).Turns.FirstOrDefault(turn => turn.Role == "b")?.Text.Trim() ?? "";

        Assert.Equal(["", "", "hello", "hi there", "no"], new[] { "Ticket 77 was assigned to Mira.", "CASE-12 closed", "[auto] hello", "hi[#badge#] there", "[door slams]no" }.Select(Of));
        Assert.Equal("", Of("Visit the desk for our brochure"));
        Assert.Equal("", Of("Mira joined the chat"));
        Assert.Equal("Ticket seven was assigned to me", Of("Ticket seven was assigned to me"));
        Assert.DoesNotContain(Cleaned.Turns([new("a", "x"), new("b", "y"), new("robot", "beep")], cleaner: cleaner).Turns, turn => turn.Role == "robot");
    }

    [Theory]
    [InlineData("boilerplate:\n  lines: ['{text}']", 2, "letters of its own")]
    [InlineData("boilerplate:\n  lines:\n    - '{nome} left'", 3, "{name}, {number} and {text}")]
    [InlineData("boilerplate:\n  lines: ['{name}{text}x']", 2, "{name}, {number} and {text}")]
    [InlineData("boilerplate:\n  lines: ['/(a)\\1/']", 2, "without backtracking")]
    [InlineData("boilerplate:\n  lines: ['/a*/']", 2, "empty line")]
    [InlineData("boilerplate:\n  prefixes: ['auto {text}']", 2, "end in words of its own")]
    [InlineData("boilerplate:\n  tokens: ['x']", 2, "too short")]
    [InlineData("boilerplates: {}", 1, "did you mean \"boilerplate\"?")]
    [InlineData("advertising: { offers: [x] }", 1, "did you mean \"offer\"?")]
    public void Should_tell_what_is_wrong_with_a_packs_patterns(string yaml, int line, string problem)
    {
        DomainPackProblem told = Assert.Single(Assert.Throws<DomainPackException>(() => CleaningPatternReader.Read(yaml, "cleaning.yaml")).Problems);
        Assert.Equal(line, told.Line);
        Assert.Contains(problem, told.Message, StringComparison.Ordinal);
    }
}
