using DialInsight.Contracts;

namespace DialInsight.Conversations.Normalising;

/// <summary>Tells Simplified from Traditional Chinese by frequent characters that only one of the two has.</summary>
internal static class ChineseScript
{
    public const string Simplified = "zh-Hans", Traditional = "zh-Hant";

    // A bound for long conversations: it shows in the first lines.
    private const int Look = 20_000;

    // The same words in both, character by character.
    private static readonly HashSet<char> s_simplified =
        [.. "们这个来说时为国会对过还没发么样经给问间开关长见动头现实让话请谢号电买卖价钱户证单钟点东车门种学业务应该较楼层亲爱觉听读写边总认识结费网络帮馆图书费练习师医药页题项选择员报纸转运进远连适历变战声处备够号与专严丰临义乐"];

    private static readonly HashSet<char> s_traditional =
        [.. "們這個來說時為國會對過還沒發麼樣經給問間開關長見動頭現實讓話請謝號電買賣價錢戶證單鐘點東車門種學業務應該較樓層親愛覺聽讀寫邊總認識結費網絡幫館圖書費練習師醫藥頁題項選擇員報紙轉運進遠連適歷變戰聲處備夠號與專嚴豐臨義樂"];

    static ChineseScript()
    {
        char[] both = [.. s_simplified.Intersect(s_traditional)];
        s_simplified.ExceptWith(both);
        s_traditional.ExceptWith(both);
    }

    /// <summary>The script of the turns; null where nothing, or as much on either side, tells.</summary>
    public static string? Of(IReadOnlyList<Turn> turns)
    {
        int simplified = 0, traditional = 0, seen = 0;
        foreach (Turn turn in turns)
        {
            foreach (char letter in turn.Text)
            {
                simplified += s_simplified.Contains(letter) ? 1 : 0;
                traditional += s_traditional.Contains(letter) ? 1 : 0;
            }

            seen += turn.Text.Length;
            if (seen > Look)
                break;
        }

        return simplified == traditional ? null : simplified > traditional ? Simplified : Traditional;
    }
}
