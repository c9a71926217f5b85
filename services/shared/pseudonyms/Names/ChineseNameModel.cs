using System.Globalization;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>How likely characters are as a surname and as the first, second or only character of a given name: negative logarithms, counted over a list of names.</summary>
internal static class ChineseNameModel
{
    // A character that no name of the list has in a place.
    private const float Unseen = 15;
    private const float Apart = 16;
    private const float RareSurname = 8;
    private const int Columns = 5;
    private static readonly Dictionary<int, float> s_pairs = [];
    private static readonly float[] s_surname = new float[0x10000];
    private static readonly float[] s_first = new float[0x10000];
    private static readonly float[] s_second = new float[0x10000];
    private static readonly float[] s_only = new float[0x10000];

    static ChineseNameModel()
    {
        string[][] lines = [.. WordLists.Lines("zh-name-model.txt.gz").Select(line => line.Split(' '))];
        string[][] rows = [.. lines.Where(line => line.Length == Columns)];
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

        // A surname that the counted names do not have.
        foreach (string surname in ChineseNames.SurnameList)
            s_surname[surname[0]] = Math.Min(s_surname[surname[0]], RareSurname);

        double names = rows.Sum(row => double.Parse(row[2], CultureInfo.InvariantCulture));
        foreach (string[] line in lines.Where(line => line.Length == 2))
            s_pairs[(line[0][0] << 16) | line[0][1]] = (float)-Math.Log(double.Parse(line[1], CultureInfo.InvariantCulture) / names);
    }

    /// <summary>The cost of a surname of one character.</summary>
    public static float Surname(char character) => s_surname[character];

    /// <summary>The cost of a given name of two characters.</summary>
    public static float Given(char first, char second)
    {
        float apart = s_first[first] + s_second[second];
        return apart < Apart && s_pairs.TryGetValue((first << 16) | second, out float pair) ? Math.Min(pair, apart) : apart;
    }

    /// <summary>The cost of a given name of one character.</summary>
    public static float Given(char only) => Math.Min(s_only[only], s_second[only] + 0.5f);

    /// <summary>Whether two characters are usual as a given name.</summary>
    public static bool IsGivenName(char first, char second) => s_first[first] < 7 && s_second[second] < 7;

    /// <summary>Whether a character is usual in given names.</summary>
    public static bool IsUsual(char character) => Math.Min(s_first[character], s_second[character]) < 6.8f;
}
