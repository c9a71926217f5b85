using DialInsight.Conversations.Cleaning;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Conversations.Tests;

/// <summary>What is removed is what the definition says, looked for length by length and place by place.</summary>
public sealed class When_characters_repeat
{
    private static readonly string[] s_pieces = ["a", "ab", "aab", "哈", "哈哈", "呵哈", "!", " ", "x", "7", "一", "one", "好的", "ok ", "😂"];

    [Fact]
    public void Should_shorten_what_the_definition_shortens() => Prop.ForAll(Texts(), text =>
    {
        Removals removals = new(keepWords: true), expected = new(keepWords: true);
        Assert.Equal(Defined(text, expected), new RepeatedCharacterRule().Apply(text, removals));
        Assert.Equal(expected.Words, removals.Words);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Should_be_done_soon_however_much_repeats()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(number => new string((char)('哀' + (number % 7)), 20)));
        string once = new RepeatedCharacterRule().Apply(text, new Removals(keepWords: false));

        // Three of each of the seven, three times, and what is left of a round.
        Assert.Equal((3 * 7 * 3) + (5000 * 3 % 21), once.Length);
    }

    private static Arbitrary<string> Texts() =>
        Gen.Elements(s_pieces).SelectMany(piece => Gen.Choose(1, 12), (piece, times) => string.Concat(Enumerable.Repeat(piece, times))).ArrayOf().Select(string.Concat).ToArbitrary();

    private static string Defined(string text, Removals removals)
    {
        for (int unit = 1; unit <= Math.Min(24, text.Length / 7); unit++)
        {
            for (int at = unit; at < text.Length; at++)
            {
                int run = 0;
                while (at + run < text.Length && text[at + run] == text[at + run - unit])
                    run++;
                if (run >= 6 * unit && IsNoise(text.Substring(at - unit, unit)))
                {
                    removals.Add(RepeatedCharacterRule.Id, text.AsSpan(at - unit, run + unit));
                    int rest = run % unit;
                    text = text[..(at + (2 * unit))] + text[(at + run - rest)..];
                    run = (2 * unit) + rest;
                }

                at += run;
            }
        }

        return text;
    }

    private static bool IsNoise(string unit) =>
        !string.IsNullOrWhiteSpace(unit) && unit.Any(letter => !"xX*#".Contains(letter, StringComparison.Ordinal)) && !unit.Any(char.IsDigit)
        && !unit.Contains("one", StringComparison.OrdinalIgnoreCase) && unit.Any(letter => letter != '一');
}
