using DialInsight.Contracts;
using DialInsight.Conversations.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Conversations.Tests;

public sealed class When_anything_is_cleaned
{
    private static readonly string[] s_pieces =
    [
        "<b>", "</b>", "<br>", "<p>", "<div a=b>", "&lt;", "&amp;", "&gt;", "<3", "<x>", "<!--", "-->", "[图片]", "[", "]", "[laughs]", "<UNSURE>", "（笑）", "Mira joined the chat", "\n",
        " ", "嗯，", "um, ", "哈", "哈哈哈哈哈哈哈哈", "!", "\u200B", "\uFFFD", "\uD83D", "\uDE02", "😂", "限时", "优惠券", "加微信", "https://a.example", "回T退订", "Replying to \"x...\"", "ok", "7",
        "This call may be recorded.", "。", "？", "\u001B[1m", "\"",
    ];

    [Fact]
    public void Should_change_nothing_the_second_time() => Prop.ForAll(Texts(), text =>
    {
        string once = Cleaned.Text(text), twice = once.Length == 0 ? "" : Cleaned.Text(once);
        Assert.Equal(once, twice);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_never_make_a_text_longer() => Prop.ForAll(Texts(), text =>
    {
        // A tag that is escaped so as to stay takes six characters more.
        Assert.True(Cleaned.Text(text, fillers: true).Length <= text.Length + (6 * text.Count(letter => letter is '<')));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_leave_the_speakers_and_the_order() => Prop.ForAll(Texts().Generator.ArrayOf().ToArbitrary(), texts =>
    {
        Turn[] turns = [.. texts.Select((text, index) => new Turn(index % 2 == 0 ? "a" : "b", text, $"{index}"))];
        IReadOnlyList<Turn> cleaned = Cleaned.Turns(turns).Turns;
        return cleaned.Select(turn => int.Parse(turn.At!, System.Globalization.CultureInfo.InvariantCulture)).SequenceEqual(
            cleaned.Select(turn => int.Parse(turn.At!, System.Globalization.CultureInfo.InvariantCulture)).Order())
            && cleaned.All(turn => turn.Role == (int.Parse(turn.At!, System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? "a" : "b"));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts() => Gen.Elements(s_pieces).ArrayOf().Select(string.Concat).ToArbitrary();
}
