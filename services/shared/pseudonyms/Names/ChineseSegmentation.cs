using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>
/// Divides Chinese text into words and names at the least cost, so that a surname and what follows are a name only where no ordinary reading is likelier (a
/// unigram model with a role for names, after the role-based recognition of Zhang and Liu 2002). Linear in the text.
/// </summary>
internal sealed class ChineseSegmentation
{
    private const float Name = 4.6f;
    private const float OneCharacter = 1.7f;
    private const float Compound = 5.5f;
    private const float Unmarked = 2.2f;
    private const float Marked = 1.2f;
    private const float Between = 2;
    private const float Transliteration = 9.5f;
    private const float TransliteratedCharacter = 4.6f;
    private const int LongestTransliteration = 6;
    private const string Sounds = "阿埃艾安奥巴柏拜班邦鲍贝本比彼宾波伯博布查达戴丹道德登迪蒂丁杜多厄恩尔法凡菲费芬弗福盖冈戈格古哈海汉赫亨胡华霍基吉加贾杰金卡凯坎康考科克肯库奎拉莱兰朗劳勒雷黎里理利莉丽莲琳林隆卢鲁露罗洛马玛迈曼梅米密明莫默姆穆纳娜南内尼妮宁纽诺欧帕潘佩彭皮珀普奇齐乔琼切丘让热日荣瑞若萨塞桑沙山舍圣施史什斯丝苏索塔泰坦汤特蒂廷图托瓦万威韦维温文沃乌武西希锡夏香谢辛修雅亚扬耶叶伊因英尤约泽扎詹珍芝朱兹佐";

    private static readonly bool[] s_sounds = Table(Sounds);
    private static readonly bool[] s_allSounds = Table(Sounds + "门夫森顿逊伦伍蒙滕腾庞朋根敦怀塞瓦辛甘耶丘洪贡松翁吐次仁旺央措");

    private const float Rest = 9;
    private const byte Surname = 16;
    private const byte Foreign = 32;
    private const byte Row = 64;
    private const byte Loose = 128;
    private const int LengthBits = 15;

    private readonly byte[] _names;
    private readonly float[] _margins;

    private ChineseSegmentation(byte[] names, float[] margins) => (_names, _margins) = (names, margins);

    /// <summary>Whether a character is used to write the sounds of foreign names.</summary>
    public static bool IsSound(char character) => s_allSounds[character];

    /// <summary>How long the name that begins at a place is: 0 where none does, and outside of the text.</summary>
    public int NameAt(int index) => At(index) & LengthBits;

    /// <summary>By how much the name that begins at a place is likelier than words there, as the logarithm of the ratio.</summary>
    public float MarginAt(int index) => (uint)index < (uint)_margins.Length ? _margins[index] : 0;

    /// <summary>Whether the name at a place is written by sounds or stands in the list of foreign ones, rather than begins with a surname.</summary>
    public bool IsForeign(int index) => (At(index) & Foreign) != 0;

    /// <summary>Whether the name at a place stands right behind another one, as in a list without signs.</summary>
    public bool IsBehindName(int index) => (At(index) & Row) != 0;

    /// <summary>Whether the name at a place touches a character that is seldom a word of its own: what is left of a word that no list has, and the name may be of it.</summary>
    public bool IsLoose(int index) => (At(index) & Loose) != 0;

    /// <summary>The names of a text.</summary>
    public static ChineseSegmentation Of(FoldedText text)
    {
        var names = new byte[text.Length];
        var margins = new float[text.Length];
        float[]? best = null;
        byte[]? steps = null;
        for (int index = 0; index < text.Length;)
        {
            if (!Characters.IsHan(text[index]))
            {
                index++;
                continue;
            }

            int end = index + 1;
            while (end < text.Length && Characters.IsHan(text[end]))
                end++;
            best ??= new float[text.Length + 1];
            steps ??= new byte[text.Length + 1];
            if (end - index > 1)
                Divide(text, index, end, best, steps, names, margins);
            index = end;
        }

        return new ChineseSegmentation(names, margins);
    }

    private byte At(int index) => (uint)index < (uint)_names.Length ? _names[index] : (byte)0;

    // The least cost from each place to the end of the run, from behind; a step marked as a surname's or as foreign is a name.
    private static void Divide(FoldedText text, int start, int end, float[] best, byte[] steps, byte[] names, float[] margins)
    {
        best[end] = 0;
        for (int index = end - 1; index >= start; index--)
        {
            best[index] = ChineseLexicon.Single(text[index]) + best[index + 1];
            steps[index] = 1;
            Words(text, index, end, best, steps);
            margins[index] = best[index];
            Names(text, index, end, best, steps);
            margins[index] -= best[index];
        }

        int before = 0;
        for (int index = start; index < end;)
        {
            int length = steps[index] & LengthBits;
            if ((steps[index] & (Surname | Foreign)) != 0)
            {
                int next = index + length;
                bool loose = (before == 1 && IsRest(text[index - 1]) && !ChineseNames.BeginsAt(text, index)) || (next < end && steps[next] == 1 && IsRest(text[next]) && !ChineseNames.EndsAt(text, next));
                names[index] = (byte)(steps[index] | (loose ? Loose : 0) | ((before & (Surname | Foreign)) != 0 ? Row : 0));
            }

            before = steps[index];
            index += length;
        }
    }

    private static void Words(FoldedText text, int index, int end, float[] best, byte[] steps)
    {
        ulong key = text[index];
        for (int length = 2; length <= ChineseLexicon.Longest && index + length <= end; length++)
        {
            key = ChineseLexicon.Extend(key, text[index + length - 1]);
            (float cost, bool goesOn) = ChineseLexicon.Find(key);
            Step(index, length, cost, 0, best, steps);
            if (!goesOn)
                return;
        }
    }

    private static void Names(FoldedText text, int index, int end, float[] best, byte[] steps)
    {
        int surname = ChineseNames.SurnameAt(text, index);
        if (surname > 0 && index + surname < end)
        {
            float cost = Name + (surname == 2 ? Compound : ChineseNameModel.Surname(text[index])) + (ChineseNames.BeginsAt(text, index) ? 0 : Unmarked / 2);
            int given = index + surname;
            Step(index, surname + 1, cost + OneCharacter + ChineseNameModel.Given(text[given]) + Behind(text, given + 1), Surname, best, steps);
            if (given + 1 < end)
                Step(index, surname + 2, cost - (IsBetween(text, index, given) ? Between : 0) + ChineseNameModel.Given(text[given], text[given + 1]) + Behind(text, given + 2) + (ChineseNames.Follows(text[given + 1]) ? Unmarked : 0), Surname, best, steps);
        }

        if (ChineseNames.ForeignAt(text, index) is > 0 and var foreign && index + foreign <= end)
            Step(index, foreign, 10, Foreign, best, steps);
        int length = 0;
        float begins = ChineseNames.BeginsAt(text, index) ? 0 : Unmarked / 2;
        while (length < LongestTransliteration && index + length < end && s_sounds[text[index + length]])
        {
            length++;
            if (length >= 3)
                Step(index, length, Transliteration + (TransliteratedCharacter * length) + begins + Behind(text, index + length), Foreign, best, steps);
        }
    }

    // Both sides speak for a name of a surname and two characters.
    private static bool IsBetween(FoldedText text, int index, int given) =>
        ChineseNames.BeginsAt(text, index) && ChineseNames.EndsAt(text, given + 2) && !ChineseNames.Follows(text[given + 1])
        && (!ChineseNames.IsWeak(text[index]) || ChineseNameModel.IsGivenName(text[given], text[given + 1]));

    private static bool IsRest(char character) => ChineseLexicon.Single(character) > Rest;

    private static float Behind(FoldedText text, int end) => ChineseNames.EndsAt(text, end) ? -Marked / 2 : Marked / 2;

    private static void Step(int index, int length, float cost, byte kind, float[] best, byte[] steps)
    {
        if (cost + best[index + length] >= best[index])
            return;
        best[index] = cost + best[index + length];
        steps[index] = (byte)(length | kind);
    }

    private static bool[] Table(string characters)
    {
        var table = new bool[0x10000];
        foreach (char character in characters)
            table[character] = true;
        return table;
    }
}
