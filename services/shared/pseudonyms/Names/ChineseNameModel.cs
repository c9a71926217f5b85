using System.Globalization;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>How likely characters are as a surname and as the first, second or only character of a given name: negative logarithms, counted over a list of names.</summary>
internal static class ChineseNameModel
{
    // A character that no name of the list has in a place.
    private const float Unseen = 15;
    private static readonly float[] s_surname = new float[0x10000];
    private static readonly float[] s_first = new float[0x10000];
    private static readonly float[] s_second = new float[0x10000];
    private static readonly float[] s_only = new float[0x10000];

    static ChineseNameModel()
    {
        string[][] rows = [.. WordLists.Lines("zh-name-model.txt.gz").Select(line => line.Split(' '))];
        float[][] tables = [s_surname, s_first, s_second, s_only];
        for (int table = 0; table < tables.Length; table++)
        {
            Array.Fill(tables[table], Unseen);
            double total = rows.Sum(row => double.Parse(row[table + 1], CultureInfo.InvariantCulture));
            foreach (string[] row in rows)
            {
                double count = double.Parse(row[table + 1], CultureInfo.InvariantCulture);
                if (count > 0)
                    tables[table][row[0][0]] = (float)-Math.Log(count / total);
            }
        }
    }

    /// <summary>The cost of a surname of one character.</summary>
    public static float Surname(char character) => s_surname[character];

    /// <summary>The cost of a given name of two characters.</summary>
    public static float Given(char first, char second) => s_first[first] + s_second[second];

    /// <summary>The cost of a given name of one character.</summary>
    public static float Given(char only) => Math.Min(s_only[only], s_second[only] + 0.5f);

    /// <summary>Whether two characters are usual as a given name.</summary>
    public static bool IsGivenName(char first, char second) => s_first[first] < 6.5f && s_second[second] < 6.5f;

    /// <summary>Whether a character is usual in given names.</summary>
    public static bool IsUsual(char character) => Math.Min(s_first[character], s_second[character]) < 6.8f;
}
