using DialInsight.Contracts;
using DialInsight.Conversations.Normalising;
using DialInsight.Conversations.Tests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Conversations.Tests;

public sealed class When_turns_are_normalised
{
    [Theory]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData(" a\u00A0\t b\r\n\u3000c ", "a b c")]
    [InlineData("a\u0000b\u0007c\u001Bd", "abcd")]
    [InlineData("\uFEFFpass\u200Bword\u202E", "password")]
    [InlineData("👩\u200D🔧 mends", "👩\u200D🔧 mends")]
    [InlineData("\uFFFEodd\uFFFF", "odd")]
    [InlineData("\u200B \u0000", "")]
    public void Should_clean_texts(string text, string clean) => Assert.Equal(clean, Normaliser.Clean(text));

    [Theory]
    [InlineData(" one \r\n \n\ttwo  three\u2028four\n", "one\ntwo three\nfour")]
    [InlineData("\n\u200B\n", "")]
    public void Should_keep_where_lines_end(string text, string clean) => Assert.Equal(clean, Normaliser.CleanLines(text));

    [Fact]
    public void Should_drop_half_of_a_surrogate_pair()
    {
        Assert.Equal("ab", Normaliser.Clean("a" + '\uD83D' + "b"));
        Assert.Equal("ab", Normaliser.Clean("a" + '\uDE00' + "b"));
    }

    [Fact]
    public void Should_join_the_turns_of_a_speaker_and_drop_empty_ones()
    {
        IReadOnlyList<Turn> turns = Normaliser.Normalise(
            [new("读者", "我想"), new("Reader", " 续借。", "00:01"), new("馆员", " \t"), new("reader", "thanks"), new("visitor", "a lot"), new("Desk Officer", "好的", "00:09")],
            TestPack.Library);

        Assert.Equal([new Turn("reader", "我想 续借。thanks a lot"), new Turn("librarian", "好的", "00:09")], turns);
    }

    [Fact]
    public void Should_keep_numbered_speakers_apart()
    {
        IReadOnlyList<Turn> turns = Normaliser.Normalise([new("读者1", "a"), new("读者2", "b"), new("读者", "c")], TestPack.Library);
        Assert.Equal(["reader", "读者2", "reader"], turns.Select(turn => turn.Role));
    }

    [Fact]
    public void Should_change_nothing_the_second_time() =>
        Prop.ForAll(Turns(), turns =>
        {
            IReadOnlyList<Turn> once = Normaliser.Normalise(turns, TestPack.Library);
            return once.SequenceEqual(Normaliser.Normalise(once, TestPack.Library))
                && once.All(turn => turn.Text.Length > 0 && !turn.Text.Any(letter => char.IsControl(letter) && letter != '\n') && turn.Text == turn.Text.Trim())
                && once.Zip(once.Skip(1)).All(pair => pair.First.Role != pair.Second.Role);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<Turn[]> Turns()
    {
        Gen<string> text = Gen.Elements('a', ' ', '\n', '字', '\u0301', '\u200B', '\uD83D', '\uDE00', '\uFFFE', '\0', 'é', '\u1100', '\u1161').ArrayOf().Select(letters => new string(letters));
        Gen<string> role = Gen.Elements("reader", "Reader ", "读者2", "visitor", "\uD83Dx", "馆员");
        return (from words in text from who in role select new Turn(who, words)).ArrayOf().ToArbitrary();
    }
}
