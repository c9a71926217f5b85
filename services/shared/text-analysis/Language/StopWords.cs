using System.Buffers;
using System.Collections.Frozen;

namespace DialInsight.TextAnalysis.Language;

/// <summary>Words and characters that carry no content of their own.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> English = """
        a about actually after again ah all alright also am an and any anyone are aren as ask at be because been before being but by can cannot come
        could d did didn do does doesn doing don done down each else even ever every few for from get getting give go goes going gonna good got great
        had has hasn have haven having he hello her here hey hi him his how i if in into is isn it its just kind know let like ll look looking lot m
        make may maybe me mean mhm might mm more most much must my need no not now of off oh ok okay on once one only or other our out over own
        please re really right s said same say see she should so some someone something sorry still such sure t take tell than thank thanks that the
        their them then there these they thing things think this those through to too uh um under until up us ve very want was wasn way we well were
        what when where which while who whose why will with won would yeah yes yet you your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishLookup = English.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Chinese = SearchValues.Create(
        "的了是在我你他她它您们这那哪有和与就都也还又很太吗呢吧啊呀哦嗯呃哈嘛啦么什怎个之其把被让给对得地着过到会能要可以不没去来说想看知道好谢请那些先再跟从向为而但或且才只最更");

    /// <summary>Whether a word is an English stop word.</summary>
    public static bool HoldsWord(ReadOnlySpan<char> word) => EnglishLookup.Contains(word);

    /// <summary>Whether a character is a Chinese function character.</summary>
    public static bool HoldsCharacter(char character) => Chinese.Contains(character);
}
