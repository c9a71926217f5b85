using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Places;

/// <summary>
/// Finds Chinese addresses: a road or compound with a house number, with the administrative levels in front and building, unit and room behind; two and more
/// units together (3栋2单元501); and what follows a word of residence (住在, 地址：). Floors, storeys and room counts alone are the business's.
/// </summary>
internal static class ChineseAddressScanner
{
    private const string Strong = "号楼号院单元栋幢弄座室号门";

    private static readonly string[] s_residences = ["住在", "家在", "住址", "地址", "家住", "寄到", "送到", "户籍", "籍贯", "搬到", "老家在", "现居", "居住在", "我住", "所在地", "坐落于", "坐落", "产权地址", "住"];

    private static readonly string[] s_cities =
        ["北京", "上海", "天津", "重庆", "广东", "浙江", "江苏", "山东", "河南", "河北", "湖北", "湖南", "四川", "福建", "安徽", "江西", "辽宁", "吉林", "黑龙江", "陕西", "山西", "云南", "贵州", "甘肃", "海南", "台湾", "香港", "澳门", "广州", "深圳", "杭州", "南京", "苏州", "成都", "武汉", "西安", "台北", "高雄", "台中", "台南"];

    /// <summary>Claims the addresses of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length;)
        {
            int end = -1, start = index;
            if (ChinesePlaces.UnitAt(text, index) is { } unit && !char.IsAsciiLetterOrDigit(text[index - 1]))
                (start, end) = Numbered(text, index, unit);
            else if (Residence(text, index) is > 0 and var place)
                (start, end) = (place, Chain(text, place));
            if (end > start && findings.TryAdd(start, end, IdentifierType.Address))
                index = end;
            else
                index++;
        }
    }

    private static (int Start, int End) Numbered(FoldedText text, int index, (int End, string Unit) first)
    {
        (int end, int units, bool strong) = Units(text, index, first);
        int start = Street(text, Gap(text, index, -1), out bool named);
        if (named && first.Unit is not ("期" or "区" or "组" or "户" or "段" or "层" or "楼") || (named && units >= 2))
            return (Divisions(text, start), end);
        if (units >= 2 && strong)
            return (Compound(text, index), end);
        bool room = first.Unit is "室" or "房" && first.End - index >= 4 && char.IsAsciiDigit(text[index]);
        return room ? (index, end) : (index, -1);
    }

    // A run of units with what may stand between them: the compound's name, or a room without a word.
    private static (int End, int Units, bool Strong) Units(FoldedText text, int index, (int End, string Unit) first)
    {
        int end = first.End, units = 1;
        bool strong = Strong.Contains(first.Unit, StringComparison.Ordinal);
        while (units < 8)
        {
            int next = Gap(text, end, 1);
            if (ChinesePlaces.UnitAt(text, next) is { } unit)
            {
                (end, units) = (unit.End, units + 1);
                strong |= Strong.Contains(unit.Unit, StringComparison.Ordinal);
            }
            else if (strong && Room(text, next) is > 0 and var room)
            {
                (end, units) = (room, units + 1);
            }
            else if (units <= 2 && ChinesePlaces.NameAfter(text, next, ChinesePlaces.Compounds) is > 0 and var named && ChinesePlaces.UnitAt(text, named) is { } behind)
            {
                (end, units) = (behind.End, units + 1);
            }
            else
            {
                break;
            }
        }

        return (end, units, strong);
    }

    // A room's number without a word, and never an amount.
    private static int Room(FoldedText text, int index)
    {
        int end = index;
        while (end - index < 5 && DateReader.IsNumeral(text[end]) && text[end] != '十')
            end++;
        bool amount = text[end] is '百' or '千' or '元' or '块' or '万' or '平' or '米' or '㎡' or '%' or '.' or '人' or '个' or '年' or '月' or '套' or '户' or '间' || char.IsAsciiLetterOrDigit(text[end]);
        return end - index is 3 or 4 && !amount ? end : -1;
    }

    // The road or compound that ends in front of a number.
    private static int Street(FoldedText text, int end, out bool named)
    {
        int start = ChinesePlaces.NameBefore(text, end, ChinesePlaces.Roads);
        if (start < 0)
            start = ChinesePlaces.NameBefore(text, end, ChinesePlaces.Compounds);
        if (start < 0 && ChinesePlaces.NameBefore(text, end, ["村", "镇", "乡"]) is > 0 and var village)
            start = village;
        named = start >= 0;
        return named ? start : end;
    }

    private static int Divisions(FoldedText text, int start)
    {
        for (int level = 0; level < 5; level++)
        {
            int end = Gap(text, start, -1);
            int before = ChinesePlaces.NameBefore(text, end, ChinesePlaces.Divisions);
            if (before < 0)
                before = ChinesePlaces.NameBefore(text, end, ChinesePlaces.Roads);
            if (before < 0)
                break;
            start = before;
        }

        return City(text, start);
    }

    private static int City(FoldedText text, int start)
    {
        foreach (string city in s_cities)
        {
            if (text.Says(start - city.Length, city))
                return start - city.Length;
        }

        return start;
    }

    private static int Compound(FoldedText text, int index)
    {
        int start = index;
        while (index - start < 6 && ChinesePlaces.IsNamePart(text, start - 1))
            start--;
        return index - start >= 2 && text[index - 1] is not ('月' or '年' or '第') && start > 0 && (!Characters.IsHan(text[start - 1]) || text[start - 1] is '到' or '在' or '住' or '是' or '于' or '至') ? start : index;
    }

    private static int Residence(FoldedText text, int index)
    {
        if (text[index] is not ('住' or '家' or '地' or '寄' or '送' or '户' or '籍' or '搬' or '老' or '现' or '居' or '我' or '所' or '坐' or '产'))
            return -1;
        if (text.SaysAny(index, s_residences) is not { } word)
            return -1;
        int place = index + word.Length;
        while (place < index + word.Length + 3 && text[place] is ':' or ' ' or '是' or '在' or '为' or '于')
            place++;
        return place;
    }

    // Names and units as far as they reach; nothing where it is a city alone or no place at all.
    private static int Chain(FoldedText text, int start)
    {
        int end = start, parts = 0;
        for (int part = 0; part < 10; part++)
        {
            int next = Gap(text, end, 1);
            int found = ChinesePlaces.UnitAt(text, next)?.End ?? -1;
            if (found < 0)
                found = ChinesePlaces.NameAfter(text, next, [.. ChinesePlaces.Divisions, .. ChinesePlaces.Roads], 6);
            if (found < 0)
                found = ChinesePlaces.NameAfter(text, next, ChinesePlaces.Compounds);
            if (found < 0 && parts > 0)
                found = Room(text, next);
            if (found < 0)
                break;
            (end, parts) = (found, parts + 1);
        }

        return parts > 0 && end - start >= 3 && !IsFloor(text, start, end) ? end : -1;
    }

    private static bool IsFloor(FoldedText text, int start, int end) => text[end - 1] is '楼' or '层' or '期' or '号' or '市' or '省' && end - start <= 4;

    private static int Gap(FoldedText text, int index, int step)
    {
        for (int skipped = 0; skipped < 2 && (step > 0 ? text[index] : text[index - 1]) is ' ' or ',' or '-'; skipped++)
            index += step;
        return index;
    }
}
