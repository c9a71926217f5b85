using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Places;

/// <summary>The words that Chinese addresses are built with.</summary>
internal static class ChinesePlaces
{
    private const int LongestName = 8;
    private const string Stops = "的在住是到去从和与及于我你他她它您们了有要来把给跟这那哪也都就很还吗呢吧啊说问看找离近距叫";

    public static readonly string[] Roads = ["大道", "大街", "胡同", "公路", "环路", "支路", "路", "街", "道", "巷", "弄", "里"];
    public static readonly string[] Divisions = ["自治区", "自治州", "街道", "开发区", "工业园", "园区", "新区", "高新区", "省", "市", "区", "县", "旗", "镇", "乡", "村", "里"];

    public static readonly string[] Compounds =
    [
        "小区", "花园", "公寓", "大厦", "广场", "新村", "家园", "花苑", "华庭", "名苑", "名城", "国际", "中心", "别墅", "豪庭", "雅苑", "佳苑", "嘉园", "庄园", "山庄", "公馆", "名邸", "写字楼", "宿舍", "大院", "家属院", "新城", "花城", "半岛", "雅居",
        "社区", "公园", "科技园", "商城", "大楼", "苑", "园", "城", "府", "庭", "湾", "轩", "阁", "墅", "邸", "居", "郡", "座",
    ];

    // Behind a number; longer ones first.
    private static readonly string[] s_units = ["号楼", "号院", "号门", "单元", "栋", "幢", "弄", "巷", "段", "号", "座", "室", "层", "楼", "房", "户", "组", "队", "期", "区", "院", "衖", "邻"];
    private static readonly string[] s_sections = ["东", "西", "南", "北", "中", "路", "街", "大"];

    /// <summary>Where a numbered unit (12号, 3栋, B座, 501室) that begins at a place ends, and its word; null where there is none.</summary>
    public static (int End, string Unit)? UnitAt(FoldedText text, int index)
    {
        int end = index;
        while (end - index < 7 && (DateReader.IsNumeral(text[end]) || text[end] is '百' or '*'))
            end++;
        if (end == index && char.IsAsciiLetter(text[index]) && !Characters.IsLatin(text[index + 1]))
            end++;
        else if (end > index && char.IsAsciiLetter(text[end]) && !Characters.IsLatin(text[end + 1]))
            end++;
        if (end == index)
            return null;
        if (text[end] == '之' && DateReader.IsNumeral(text[end + 1]))
            end = DateReader.Number(text, end + 1) is > 0 and var sub ? sub : end;
        if (text[end] is '-' && char.IsAsciiDigit(text[end + 1]) && DateReader.Number(text, end + 1) is > 0 and var range)
            end = range;
        if (text[end] == '-' && char.IsAsciiDigit(text[end + 1]) && end - index <= 6 && DateReader.Number(text, end + 1) is > 0 and var room && room - end - 1 is 3 or 4)
            return (room, "室");
        if (text[end] == '#')
            return (end + 1, "栋");
        return text.SaysAny(end, s_units) is { } unit && !IsBusiness(text, end, unit) ? (end + unit.Length, unit) : null;
    }

    /// <summary>Where a name with one of the endings that ends at <paramref name="end"/> begins; -1 where there is none.</summary>
    public static int NameBefore(FoldedText text, int end, string[] endings)
    {
        foreach (string ending in endings)
        {
            int tail = end - ending.Length;
            if (tail < 1 || !text.Says(tail, ending))
                continue;
            int start = tail;
            while (tail - start < LongestName && IsNamePart(text, start - 1) && !(start < tail && EndsUnit(text, start)))
                start--;
            if (tail - start >= (ending.Length == 1 ? 1 : 0) && start < end && end - start >= 2)
                return start;
        }

        return -1;
    }

    /// <summary>Where a name with one of the endings that begins at <paramref name="start"/> ends; -1 where there is none.</summary>
    public static int NameAfter(FoldedText text, int start, string[] endings, int longest = LongestName)
    {
        for (int index = start + 1; index <= start + longest && IsNamePart(text, index - 1); index++)
        {
            if (text.SaysAny(index, endings) is { } ending)
                return index + ending.Length;
        }

        return -1;
    }

    /// <summary>Whether a character may be a part of a place's name where it stands: 和 is in 和平路.</summary>
    public static bool IsNamePart(FoldedText text, int index) =>
        IsNamePart(text[index]) || (text[index] == '和' && text[index + 1] is '平' or '睦' or '谐' or '兴' or '义' or '顺' or '美' or '丰' or '泰' or '昌');

    private static bool IsNamePart(char character) => Characters.IsHan(character) && !Stops.Contains(character, StringComparison.Ordinal);

    // Another part of the address ends here.
    private static bool EndsUnit(FoldedText text, int index) => text[index - 1] is '省' or '市' or '区' or '县' or '镇' or '乡' or '路' or '街' or '村' or '号' or '弄' or '道' && index >= 2 && Characters.IsHan(text[index - 2]);

    private static bool IsBusiness(FoldedText text, int end, string unit)
    {
        char behind = text[end + unit.Length];
        return unit switch
        {
            "号" => behind is '线' or '机' or '码' or '车' or '字' or '位' or '公' or '员' or '上' or '下' or '早' or '晚' or '中' && !(behind == '中' && text[end + 2] == '心'),
            "楼" or "层" => behind is '盘' or '市' or '价' or '高' or '房' or '梯',
            "户" => behind is '型' or '口' or '人' or '外',
            "房" => behind is '子' or '源' or '价' or '产' or '间' or '一' or '两' or '二' or '东' or '款',
            "室" => behind is '一' or '二' or '两' or '三' || char.IsAsciiDigit(behind),
            "区" => behind is '别' or '域',
            "座" => behind is '位' or '城' or '山' or '桥',
            "期" => behind is '间' or '房' or '限' or '权' or '待' or '货',
            "组" => behind is '合' or '织' or '成',
            "段" => behind is '时' or '落',
            _ => false,
        };
    }
}
