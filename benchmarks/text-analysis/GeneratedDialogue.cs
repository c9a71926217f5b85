using System.Text;

namespace DialInsight.Benchmarks.TextAnalysis;

/// <summary>Seeded text that looks like the trade's: turns from stock phrases with names, places and numbers put in, in two languages.</summary>
internal static class GeneratedDialogue
{
    private static readonly string[] Chinese =
    [
        "您好，我想看一下{0}小区的{1}居室", "这套房子{0}年建成，总价{1}万左右", "业主说最多让{1}万，钥匙在物业那边", "周{1}下午方便的话我带您去实地看看",
        "满五唯一，税费大概要{1}万，您可以先算一下月供", "离{0}地铁站步行{1}分钟，学区也不错", "厨房需要重新装修，设计师说预算{1}万能做下来", "那我再和家里人商量一下，晚点给您回复",
    ];

    private static readonly string[] English =
    [
        "Hi, I'm calling about the {1}-bedroom flat near {0}.", "The owner won't go below {1}50,000, but she'd leave the furniture.",
        "It was built in 19{1}0 and they've redone the kitchen since.", "Could we view it on the {1}th, say around {1}:30?", "You'd pay about {1}% tax; I'll send you the sheet.",
        "There's a school {1} minutes away and a station at {0}.", "Let me talk it over with my wife, I'll get back to you.",
    ];

    private static readonly string[] Places = ["翠湖", "望江", "金水湾", "梧桐里", "Elm Court", "Harbour Street", "北苑", "Mill Lane"];

    /// <summary>One dialogue of some turns.</summary>
    public static string Write(Random random, bool chinese, int turns)
    {
        string[] phrases = chinese ? Chinese : English;
        var text = new StringBuilder();
        for (int turn = 0; turn < turns; turn++)
        {
            string phrase = phrases[random.Next(phrases.Length)];
            text.Append(chinese ? (turn % 2 == 0 ? "客户：" : "经纪人：") : (turn % 2 == 0 ? "Customer: " : "Agent: "));
            text.Append(phrase.Replace("{0}", Places[random.Next(Places.Length)], StringComparison.Ordinal)
                .Replace("{1}", random.Next(1, 10).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
            text.Append(chinese ? "。\n" : "\n");
        }

        return text.ToString();
    }
}
