using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>
/// Finds Chinese names: a surname with a title (王女士, 李明经理, 张总), an address of familiarity (小王, 阿明), an introduction (我叫…, 免贵姓…), a
/// transliterated name with its dots, and a surname with characters of given names where neither side reads as another word.
/// </summary>
internal static class ChineseNameScanner
{
    private const int LongestTransliteration = 8;

    // What no margin reaches.
    private const float Never = 1000;

    // The margin of a name that its characters alone are enough for.
    private const float Sure = 5;

    // Verbs of one character that are done to a person: 挂余主任的号, 谢高老师.
    private const string Takes = "挂见约等谢帮替催求访选投靠陪劝救怪娶嫁";
    private const string Joiners = "、和与及跟";

    // The cost of a word that is seen often.
    private const float CommonWord = 12;

    // The cost of any word.
    private const float Word = 18;
    private const string ShortTitles = "总工哥姐叔姨伯嫂爷婶董局导某";
    private const string AfterShortTitle = "店台站医公之动员部体价共面额量数是在算结监裁队统理程作厂人资地会合氏";
    private const string NoNames = "主治牙科家庭值班外内急诊住院专中西女男老小大新好名本贵该各两几位个的是有无找看和跟给问们那这哪您你我他她它其别另每某同请谢对叫当做让见再先后前今昨明天年月日时早晚午下上里边头科房系部门室者员师生医把被又也都就还去来到说讲要会能想啊喔哦吧吗呢了过着什么怎谁为从但因所以如果接待服务空警军保险总副";
    private const string Familiar = "小老阿大";
    private const string Nicknames = "明红华丽刚强芳美花军樱燕玲雪伟敏静杰婷雅慧兰梅霞娟英玉辉娜艳琴勇莉洁蓉倩涛超樱珍";

    private const string ThingEnds = "菜鱼鸡鸭肉汤饭面饼馆店庙寺宫殿阁坊苑谷沟峡洞屏奖药丸片记号豆梅柚果菇牛羊草路楼车机";

    private const string MedicineEnds = "芬唑啶嗪胺酮酯酸素坦汀星";
    private const string Interjections = "嗯恩唔哈嘿呵哼嘻哎唉诶欸嗨哇喔哦噢啊呀喂";

    private static readonly string[] s_introductions =
    [
        "我的名字是", "我的名字叫", "我名字叫", "名字叫做", "名字叫", "名字是", "我叫做", "我叫", "我是", "叫做", "名叫", "姓名是", "姓名", "联系人", "收件人", "收货人", "客户姓名", "客户名", "患者", "户主", "业主", "经办人", "法人代表",
        "法定代表人", "本人", "称呼我", "叫我", "这里是", "寄件人", "开户名", "户名", "持卡人", "申请人", "投保人", "负责人", "签名", "署名", ",叫", "小名", "大名", "乳名", "小名叫", "大名叫", "老公叫", "老婆叫", "儿子叫", "女儿叫", "他叫", "她叫", "我找", "联系", "是叫",
    ];

    private static readonly string[] s_anyonesTitles = ["医师", "先生", "小姐"];
    private static readonly FrozenSet<char> s_introductionEnds = s_introductions.Select(word => word[^1]).ToFrozenSet();

    /// <summary>Claims the Chinese names of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] is '·' or '•' or '‧' or '・')
                Transliterated(text, index, findings);
        }

        if (!text.HasHan)
            return;
        ChineseSegmentation segmentation = ChineseSegmentation.Of(text);
        for (int index = 0; index < text.Length;)
        {
            int end = Characters.IsHan(text[index]) ? End(text, index, segmentation) : -1;
            if (end > index && findings.TryAdd(index, end, IdentifierType.Name))
                index = end;
            else
                index++;
        }
    }

    private static int End(FoldedText text, int index, ChineseSegmentation segmentation)
    {
        int end = Introduced(text, index);
        if (end > 0 && ChineseBusinesses.EndsAt(text, end))
            return -1;
        if (end < 0)
            end = FamiliarName(text, index) is > 0 and var familiar && !ChineseBusinesses.EndsAt(text, familiar) ? familiar : -1;
        if (end < 0)
            end = Addressed(text, index);
        if (end < 0)
            end = Foreign(text, index);
        int surname = end < 0 ? ChineseNames.SurnameAt(text, index) : 0;
        if (surname > 0)
            end = Titled(text, index, surname);
        return end < 0 ? Full(text, index, segmentation) : end;
    }

    /// <summary>A surname, or a whole name, in front of a title.</summary>
    private static int Titled(FoldedText text, int index, int surname)
    {
        int given = index + surname;
        if (ChineseNames.TitleAt(text, given) > 0)
            return !IsWithinWord(text, index) && SurnameStands(text, index, surname) && !ChineseLexicon.HasWordAt(text, index, Math.Min(surname + 2, text.Length - index)) ? given : -1;
        if (surname == 1 && ShortTitles.Contains(text[given], StringComparison.Ordinal) && !AfterShortTitle.Contains(text[given + 1], StringComparison.Ordinal)
            && (ChineseNames.BeginsAt(text, index) || !ChineseNames.IsWeak(text[index]) || (text[given] is '总' or '姐' or '哥' or '某' && text[index - 1] is not ('去' or '到' or '在' or '往' or '回' or '从') && !ChineseLexicon.HasWordAt(text, index - 1, 2))) && !ChineseNames.PairAt(text, index) && !ChineseLexicon.HasWordAt(text, index, 2) && (!ChineseNames.IsFunction(text[index]) || (text[index] is '何' or '任' or '方' && ChineseNames.BeginsAt(text, index))) && !ChineseNames.PairAt(text, index))
        {
            return given;
        }

        if (surname == 2 && ShortTitles.Contains(text[given], StringComparison.Ordinal) && !AfterShortTitle.Contains(text[given + 1], StringComparison.Ordinal) && !ChineseNames.IsWordlike(text.Cased.Substring(index, 2)))
            return given;

        for (int length = 1; length <= 2; length++)
        {
            int end = given + length;
            if (ChineseNames.TitleAt(text, end) > 0 && AllGiven(text, given, end) && !IsWithinWord(text, index) && !ChineseNames.WordAt(text, index, 2, CommonWord) && !ChineseNames.WordAt(text, index) && !ChineseNames.IsFunction(text[index]) && !ChineseNames.PairAt(text, index - 1)
                && (length == 2 || ChineseNames.TitleAt(text, given) == 0) && (!ChineseNames.IsWeak(text[index]) || ChineseNames.BeginsAt(text, index) || length == 2))
            {
                return end;
            }
        }

        return -1;
    }

    // 感谢许老师, 亲戚叔叔: the character belongs to a word that ends here.
    private static bool IsWithinWord(FoldedText text, int index) => ChineseNames.WordAt(text, index - 1, 2, CommonWord);

    /// <summary>Two or three characters of any name in front of a physician's or a person's title: 三井寿医师.</summary>
    private static int Foreign(FoldedText text, int index)
    {
        if (Characters.IsHan(text[index - 1]) && !ChineseNames.BeginsAt(text, index) && text[index - 1] is not ('就' or '去' or '个' or '位' or '天'))
            return -1;

        // 没问题赵先生: 问 asks for somebody, but not as a part of 问题.
        if (ChineseLexicon.HasWordAt(text, index - 1, 2))
            return -1;
        for (int length = 2; length <= 3; length++)
        {
            int title = ChineseNames.TitleAt(text, index + length);
            if (title != 2 || text.SaysAny(index + length, s_anyonesTitles) is null)
                continue;
            bool plain = true;
            for (int place = index; place < index + length && plain; place++)
                plain = Characters.IsHan(text[place]) && !NoNames.Contains(text[place], StringComparison.Ordinal) && !(place < index + length - 1 && ChineseNames.PairAt(text, place));
            return plain ? index + length : -1;
        }

        return -1;
    }

    private static bool SurnameStands(FoldedText text, int index, int surname)
    {
        if (surname == 2)
            return true;
        char character = text[index];
        if (ChineseNames.IsFunction(character))
            return (!Characters.IsHan(text[index - 1]) || !ChineseLexicon.HasWordAt(text, index - 1, 2)) && "方何任成单关全应付包尚时连解于".Contains(character, StringComparison.Ordinal) && ChineseNames.TitleAt(text, index + 1) == 2;
        if (ChineseNames.PairAt(text, index))
            return false;
        // 资管经理, 租房管家: a weak surname in the middle of other words is one of their characters, unless a word ends right before it (感谢许博士).
        return !ChineseNames.IsWeak(character) || ChineseNames.BeginsAt(text, index) || (Takes.Contains(text[index - 1], StringComparison.Ordinal) && !ChineseLexicon.HasWordAt(text, index - 1, 2)) || (!ChineseNames.PairAt(text, index - 1) && IsBehindWord(text, index));
    }

    private static bool IsBehindWord(FoldedText text, int index) => ChineseLexicon.HasWordAt(text, index - 2, 2);

    private static bool AllGiven(FoldedText text, int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            if (!ChineseNames.IsGiven(text[index]))
                return false;
        }

        return true;
    }

    /// <summary>小王, 老李, 阿明.</summary>
    private static int FamiliarName(FoldedText text, int index)
    {
        if (!Familiar.Contains(text[index], StringComparison.Ordinal) || !(ChineseNames.EndsAt(text, index + 2) || (text[index - 1] is '找' or '让' or '叫' or '给' or '跟' or '问' or '请' && !ChineseNames.WordAt(text, index + 1, 2, Word) && !ChineseNames.WordAt(text, index, 3, Word)) || (ChineseNames.BeginsAt(text, index) && !ChineseNames.WordAt(text, index + 1, 2, Word) && !ChineseNames.WordAt(text, index, 3, Word) && ChineseNames.SurnameAt(text, index + 1) == 1 && !ChineseNames.IsWeak(text[index + 1]))) || (Characters.IsHan(text[index - 1]) && ChineseNames.PairAt(text, index - 1)))
            return -1;
        char name = text[index + 1];
        if ("哥姐弟妹爷婆叔姨贵伙孩".Contains(name, StringComparison.Ordinal))
            return -1;
        bool surname = ChineseNames.SurnameAt(text, index + 1) == 1 && !ChineseNames.IsWeak(name) && text[index] is '小' or '老';
        bool weak = ChineseNames.SurnameAt(text, index + 1) == 1 && ChineseNames.IsWeak(name) && "江周黄高马金田丁康任方何石叶熊夏顾董贾苏钟龙史毛侯余汪范庄易许曾段施程包秦莫万盛鲁费柳雷邹".Contains(name, StringComparison.Ordinal) && ((ChineseNames.BeginsAt(text, index) && !ChineseNames.WordAt(text, index, 2, CommonWord)) || (!ChineseLexicon.HasWordAt(text, index - 1, 2) && !ChineseLexicon.HasWordAt(text, index, 2)));
        bool nickname = text[index] is '小' or '阿' && (Nicknames.Contains(name, StringComparison.Ordinal) || (text[index] == '小' && ChineseNameModel.IsUsual(name) && ChineseNames.BeginsAt(text, index) && !ChineseLexicon.HasWordAt(text, index, 2)));
        return (surname || weak || nickname) && !ChineseNames.PairAt(text, index) ? index + 2 : -1;
    }

    /// <summary>A given name that a sentence opens with, to call somebody: 思远，….</summary>
    private static int Addressed(FoldedText text, int index) =>
        text[index - 1] is '\0' or '\n' or '。' or '!' or '?' or '@' && Characters.IsHan(text[index + 1]) && text[index + 2] is ',' or '，' or '!'
        && !(text[index] == text[index + 1] && Interjections.Contains(text[index], StringComparison.Ordinal)) && ChineseNameModel.IsGivenName(text[index], text[index + 1]) && !ChineseLexicon.HasWordAt(text, index, 2)
            ? index + 2 : -1;

    /// <summary>What stands behind an introduction or behind 姓.</summary>
    private static int Introduced(FoldedText text, int index)
    {
        if (text[index - 1] == '姓' && ChineseNames.SurnameAt(text, index) is > 0 and var surname && text[index - 2] is not ('同' or '百') && (text[index - 2] != '贵' || text[index - 3] == '免'))
            return index + surname;
        int word = index;
        bool field = false;
        while (index - word < 3 && text[word - 1] is ':' or ' ' or '“' or '"' or '=')
        {
            field |= text[word - 1] is ':' or '=';
            word--;
        }

        if (!s_introductionEnds.Contains(text[word - 1]))
            return -1;
        string? introduction = Array.Find(s_introductions, candidate => text.Says(word - candidate.Length, candidate));
        return introduction is null ? -1 : NameBehind(text, index, introduction, field);
    }

    private static int NameBehind(FoldedText text, int index, string introduction, bool field)
    {
        int surname = ChineseNames.SurnameAt(text, index);
        bool sure = introduction.Contains('叫', StringComparison.Ordinal) || introduction.Contains('名', StringComparison.Ordinal) || field;
        if (introduction.StartsWith("小名", StringComparison.Ordinal) && text[index] == text[index + 1] && !Characters.IsHan(text[index + 2]))
            return index + 2;
        bool word = ChineseNames.WordAt(text, index);
        if (surname > 0 && (!word || field) && (sure || !ChineseNames.IsFunction(text[index])))
        {
            for (int given = 2; given >= 1; given--)
            {
                int end = index + surname + given;

                // 联系人:范文强: a field may hold a name that begins like a word, but not the word.
                if (word && (given == 1 || Characters.IsHan(text[end]) || !AllGiven(text, index + surname, end)))
                    break;
                if (!sure && end - index == 3 && ChineseLexicon.HasWordAt(text, index, 3))
                    continue;
                if (AllHan(text, index, end) && (sure || AllGiven(text, index + surname, end)) && ChineseNames.EndsAt(text, end) && !ChineseNames.PairAt(text, end - 1) && ChineseNames.TitleAt(text, index + surname) == 0)
                    return end;
            }
        }

        // A name that begins with no surname, such as a given name or a foreign one.
        if (!sure || introduction is "叫做" or "叫我" || ChineseNames.WordAt(text, index))
            return -1;
        for (int length = 3; length >= 2; length--)
        {
            if (AllHan(text, index, index + length) && !Characters.IsHan(text[index + length]) && AllGiven(text, index, index + length))
                return index + length;
        }

        return -1;
    }

    private static bool AllHan(FoldedText text, int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            if (!Characters.IsHan(text[index]))
                return false;
        }

        return true;
    }

    /// <summary>A surname and one or two characters of given names without anything that says so.</summary>
    private static int Full(FoldedText text, int index, ChineseSegmentation segmentation)
    {
        int length = segmentation.NameAt(index);
        if (length == 0 || IsPlace(text, index, index + length) || ChineseBusinesses.EndsAt(text, index + length))
            return -1;
        return segmentation.MarginAt(index) >= Needed(text, index, index + length, segmentation) ? index + length : -1;
    }

    // By how much the reading as a name has to be likelier: the less its sides, its surname and its end speak for one, the more.
    private static float Needed(FoldedText text, int start, int end, ChineseSegmentation segmentation)
    {
        if (text[start] == text[start + 1])
            return Never;
        bool begins = ChineseNames.BeginsAt(text, start) || segmentation.IsBehindName(start), ends = ChineseNames.EndsAt(text, end) || segmentation.NameAt(end) > 0;
        bool listed = segmentation.IsForeign(start) && ChineseNames.ForeignAt(text, start) == end - start;
        if (listed)
            return begins || ends ? 0 : Never;
        if (segmentation.IsForeign(start))
            return begins && ends && !segmentation.IsLoose(start) && !MedicineEnds.Contains(text[end - 1], StringComparison.Ordinal) ? 3 : Never;
        bool weak = ChineseNames.IsWeak(text[start]) && end - start < 4;
        float needed = (begins, ends) switch
        {
            (true, true) => 0,
            (false, false) => weak ? 9 : 5,
            _ => weak ? 5 : end - start == 3 ? 1.5f : 2.5f,
        };
        if (needed > 0 && !segmentation.IsLoose(start) && IsInList(text, start, end, segmentation))
            return 0;
        bool due = ChineseNames.IsDueAt(text, start);
        if (due)
            needed = Math.Min(needed, ends ? 0 : 2);
        if (segmentation.IsLoose(start))
            needed = due ? 4 : begins ? Math.Max(needed, weak ? 8 : 5) : Never;
        if (ChineseNames.IsFunction(text[start]))
            needed += due && ends ? 1.5f : 3;
        if (ChineseNames.PairAt(text, start))
            needed += 4;
        return needed + (end - start == 2 && !(begins && ends) ? 0.5f : 0) + (ThingEnds.Contains(text[end - 1], StringComparison.Ordinal) ? 4 : 0);
    }

    // 郝可欣、于峰: what stands beside a sure name in a list is one too.
    private static bool IsInList(FoldedText text, int start, int end, ChineseSegmentation segmentation)
    {
        if (Joiners.Contains(text[end], StringComparison.Ordinal) && IsSure(text, end + 1, segmentation))
            return true;
        for (int length = 2; length <= 4 && start - 1 - length >= 0 && Joiners.Contains(text[start - 1], StringComparison.Ordinal); length++)
        {
            if (segmentation.NameAt(start - 1 - length) == length && IsSure(text, start - 1 - length, segmentation))
                return true;
        }

        return false;
    }

    private static bool IsSure(FoldedText text, int start, ChineseSegmentation segmentation)
    {
        int end = start + segmentation.NameAt(start);
        return end - start == 3 && !segmentation.IsForeign(start) && !segmentation.IsLoose(start) && !ChineseNames.IsWeak(text[start]) && segmentation.MarginAt(start) >= Sure
            && !IsPlace(text, start, end) && !ThingEnds.Contains(text[end - 1], StringComparison.Ordinal) && !ChineseBusinesses.EndsAt(text, end);
    }

    // 中山北路, 李村, 胡家庙.
    private static bool IsPlace(FoldedText text, int start, int end) =>
        IsPlace(text[end]) || (text[end] is '东' or '西' or '南' or '北' or '中' && IsPlace(text[end + 1]))
        || "村庄镇县市区路街巷桥庙寺塔宫站港湾岛屯寨堡峡楼斋".Contains(text[end - 1], StringComparison.Ordinal) || (end - start == 3 && text[start + 1] == '家' && "口界潭沟湖墩营坡楼岗窑嘴洼胡".Contains(text[end - 1], StringComparison.Ordinal));

    private static bool IsPlace(char character) => character is '路' or '街' or '区' or '市' or '县' or '镇' or '村' or '省' or '站' or '桥' or '湖' or '山' or '园' or '苑' or '城' or '店' or '楼' or '寺' or '塔' or '宫' or '港';

    // 斯科特明天: 明 writes a sound, but 明天 is a word.
    private static bool IsWordBehind(FoldedText text, int index) =>
        index + 1 < text.Length && !ChineseSegmentation.IsSound(text[index + 1]) && ChineseLexicon.CostAt(text, index, 2) < 11;

    /// <summary>A transliterated name: 安娜·卡列尼娜. What touches the dot belongs to it, and from there on the characters that write foreign sounds.</summary>
    private static void Transliterated(FoldedText text, int dot, Findings findings)
    {
        int start = dot, end = dot + 1;
        while (dot - start < LongestTransliteration && Characters.IsHan(text[start - 1]) && (start == dot || ChineseSegmentation.IsSound(text[start - 1])))
            start--;
        while (end - dot <= LongestTransliteration && Characters.IsHan(text[end]) && (end == dot + 1 || (ChineseSegmentation.IsSound(text[end]) && !IsWordBehind(text, end))))
            end++;
        if (start < dot && end > dot + 1 && end - start >= 4)
            findings.TryAdd(start, end, IdentifierType.Name);
    }
}
