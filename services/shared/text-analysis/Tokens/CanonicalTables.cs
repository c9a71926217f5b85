using System.Globalization;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>
/// Combining classes, decompositions and primary composites of Unicode 17, read once from an embedded table. Hangul syllables are
/// computed (Unicode Standard, section 3.12).
/// </summary>
internal static class CanonicalTables
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, SyllableCount = LeadCount * VowelCount * TailCount;

    private static readonly Dictionary<int, byte> Classes = [];
    private static readonly Dictionary<int, int[]> Decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> Composites = [];
    private static readonly HashSet<int> Unsettled = [];
    private static readonly bool[] UnsettledInBasicPlane = new bool[0x10000];

    static CanonicalTables()
    {
        using Stream stream = typeof(CanonicalTables).Assembly.GetManifestResourceStream("canonical.txt")
            ?? throw new InvalidDataException("The assembly holds no table of canonical decompositions.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            ReadLine(line);
        AddComposites();
        Unsettled.UnionWith(Classes.Keys);
        Unsettled.UnionWith(Enumerable.Range(VowelBase, VowelCount));
        Unsettled.UnionWith(Enumerable.Range(TailBase + 1, TailCount - 1));
        foreach (int codePoint in Unsettled.Where(static codePoint => codePoint < 0x10000))
            UnsettledInBasicPlane[codePoint] = true;
    }

    /// <summary>Whether a code point stays as it is in NFC and never combines with what stands before it.</summary>
    public static bool IsSettled(int codePoint) =>
        codePoint < 0x10000 ? !UnsettledInBasicPlane[codePoint] : !Unsettled.Contains(codePoint);

    /// <summary>The canonical combining class; 0 for starters.</summary>
    public static byte CombiningClass(int codePoint) => Classes.GetValueOrDefault(codePoint);

    /// <summary>The full canonical decomposition; the code point itself where it has none.</summary>
    public static IReadOnlyList<int> Decompose(int codePoint)
    {
        int syllable = codePoint - SyllableBase;
        if ((uint)syllable < SyllableCount)
            return DecomposeSyllable(syllable);
        return Decompositions.TryGetValue(codePoint, out int[]? parts) ? parts : [codePoint];
    }

    /// <summary>The primary composite of two code points, if there is one.</summary>
    public static bool TryCompose(int first, int second, out int composite)
    {
        if ((uint)(first - LeadBase) < LeadCount && (uint)(second - VowelBase) < VowelCount)
        {
            composite = SyllableBase + (((first - LeadBase) * VowelCount) + (second - VowelBase)) * TailCount;
            return true;
        }

        int syllable = first - SyllableBase;
        if ((uint)syllable < SyllableCount && syllable % TailCount == 0 && (uint)(second - TailBase - 1) < TailCount - 1)
        {
            composite = first + second - TailBase;
            return true;
        }

        return Composites.TryGetValue((first, second), out composite);
    }

    private static int[] DecomposeSyllable(int syllable)
    {
        int lead = LeadBase + (syllable / (VowelCount * TailCount));
        int vowel = VowelBase + (syllable / TailCount % VowelCount);
        int tail = syllable % TailCount;
        return tail == 0 ? [lead, vowel] : [lead, vowel, TailBase + tail];
    }

    /// <summary>A comment, <c>first[..last]=class</c>, <c>code&gt;parts</c> (recomposes) or <c>code!parts</c> (never does).</summary>
    private static void ReadLine(string line)
    {
        int sign = line.AsSpan().IndexOfAny("#=>!");
        if (line[sign] == '#')
            return;
        int[] left = [.. line[..sign].Split("..").Select(Hexadecimal)];
        if (line[sign] == '=')
        {
            byte value = byte.Parse(line.AsSpan(sign + 1), CultureInfo.InvariantCulture);
            for (int codePoint = left[0]; codePoint <= left[^1]; codePoint++)
                Classes[codePoint] = value;
            return;
        }

        Decompositions[left[0]] = [.. line[(sign + 1)..].Split(' ').Select(Hexadecimal)];
        if (line[sign] == '!')
            Unsettled.Add(left[0]);
    }

    /// <summary>A composite's pair is what all but its last part compose to, and that part; shorter ones come first.</summary>
    private static void AddComposites()
    {
        foreach ((int composite, int[] parts) in Decompositions.OrderBy(static entry => entry.Value.Length))
        {
            if (Unsettled.Contains(composite))
                continue;
            int head = parts[0];
            foreach (int part in parts[1..^1])
                head = Composites[(head, part)];
            Composites[(head, parts[^1])] = composite;
        }

        Unsettled.UnionWith(Composites.Keys.Select(static pair => pair.Second));
    }

    private static int Hexadecimal(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
