using System.Globalization;

namespace DialInsight.Benchmarks.Ingest;

/// <summary>Made-up personal data, said as people say it.</summary>
internal static class PersonalDetails
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string GivenNames = "丽敏静伟强磊洋勇艳杰娟涛明超秀霞平刚桂英";
    private static readonly string[] s_firstNames = ["Emma", "Liam", "Olivia", "Noah", "Sophie", "Jack", "Grace", "Oliver", "Hannah", "Daniel", "Alice", "Thomas"];
    private static readonly string[] s_lastNames = ["Whitfield", "Harper", "Coleman", "Bennett", "Dawson", "Fletcher", "Gibson", "Holland", "Jennings", "Marsh"];

    public static string Chinese(Random random)
    {
        string name = $"{Surnames[random.Next(Surnames.Length)]}{GivenNames[random.Next(GivenNames.Length)]}{GivenNames[random.Next(GivenNames.Length)]}";
        return random.Next(4) switch
        {
            0 => $"我叫{name}，电话是{Mobile(random)}",
            1 => $"我是{name[0]}先生，微信号wx{random.Next(100000, 999999)}",
            2 => $"合同上写{name}，身份证号{IdCard(random)}",
            _ => $"我住在人民路{random.Next(1, 300)}号{random.Next(1, 30)}栋{random.Next(1, 9)}单元{random.Next(101, 2999)}室",
        };
    }

    public static string English(Random random)
    {
        (string first, string last) = (s_firstNames[random.Next(s_firstNames.Length)], s_lastNames[random.Next(s_lastNames.Length)]);
        return random.Next(4) switch
        {
            0 => $"my name is {first} {last} and you can reach me on 07{random.Next(100, 999)} {random.Next(100000, 999999)}",
            1 => $"write to {first}.{last}{random.Next(1000)}@example.com".ToLowerInvariant(),
            2 => $"I'm Mrs {last}, we live at {random.Next(1, 300)} Chestnut Avenue",
            _ => $"{first} {last} will pay with card {Card(random)}",
        };
    }

    private static string Mobile(Random random) => $"13{random.Next(10)}{random.Next(10000000, 99999999)}";

    // GB 11643: the last place is a checksum modulo 11.
    private static string IdCard(Random random)
    {
        string digits = string.Create(CultureInfo.InvariantCulture, $"110105{random.Next(1950, 2005)}{random.Next(1, 13):00}{random.Next(1, 29):00}{random.Next(1000):000}");
        int sum = digits.Select((digit, index) => (digit - '0') * ((1 << (17 - index)) % 11)).Sum();
        return digits + "10X98765432"[sum % 11];
    }

    // Luhn: every second digit from the right is doubled.
    private static string Card(Random random)
    {
        string digits = string.Create(CultureInfo.InvariantCulture, $"4539{random.Next(100000, 999999)}{random.Next(10000, 99999)}");
        int sum = digits.Reverse().Select((digit, index) => index % 2 == 0 ? ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10) : digit - '0').Sum();
        return digits + (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
