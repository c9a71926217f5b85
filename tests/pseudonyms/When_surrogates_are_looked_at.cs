using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Pseudonyms.Tests;

public sealed class When_surrogates_are_looked_at
{
    private static readonly string[] s_personal =
    [
        "我的电话是13912345678", "座机010-62345678", "身份证11010519491231002X", "卡号6222021234567890123", "护照E12345678", "车牌沪A·D1234", "微信号lily_8899", "邮箱lily88@163.com", "IP是203.0.113.7",
        "网址https://shop.example/u/1234?id=9", "生日1990年5月12日", "我住在朝阳区建国路88号3栋2单元501室", "我叫李秀英", "call (415) 555-0132", "SSN 219-09-9999", "card 4111 1111 1111 1111", "IBAN GB82 WEST 1234 5698 7654 32",
        "I was born on May 12, 1990", "he lives at 14 Elm Street, Apt 3B", "my name is Harriet Quill", "手機0912-345-678", "身分證A123456789", "passport K12345678", "my plate is AB26 CDE", "号码幺三八二二三四五五六七",
    ];

    public static TheoryData<string> Personal => [.. s_personal];

    [Theory]
    [MemberData(nameof(Personal))]
    public void Each_has_the_type_and_the_length_of_what_it_replaces(string text)
    {
        PseudonymisedText once = Found.Pseudonymiser.Replace(text);
        ReplacedSpan span = Assert.Single(once.Spans);
        IdentifierSpan again = Assert.Single(Pseudonymiser.Detect(once.Text));
        Assert.Equal(span.Type, again.Type);
        Assert.Equal(span.Start, again.Start);
        Assert.DoesNotContain(Found.Slice(text, span.Start, span.End), once.Text, StringComparison.Ordinal);
        if (span.Type is not (IdentifierType.Name or IdentifierType.Address or IdentifierType.DateOfBirth or IdentifierType.Ip))
            Assert.Equal(span.End - span.Start, span.Surrogate.EnumerateRunes().Count());
    }

    [Fact]
    public void A_card_number_of_any_digits_passes_luhn() => Prop.ForAll<uint, uint>((one, other) =>
    {
        string card = Surrogate($"card {WithLuhn($"4{one % 10_000_000:0000000}{other % 10_000_000:0000000}")}");
        return WithLuhn(card[..^1]) == card;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_identity_card_of_any_digits_keeps_a_valid_check() => Prop.ForAll<uint, uint>((one, other) =>
    {
        string card = Surrogate($"身份证{WithIdentityCheck($"310115{1950 + (one % 50)}{1 + (one % 12):00}{1 + (other % 28):00}{other % 1000:000}")}");
        return WithIdentityCheck(card[..17]) == card;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_iban_of_any_digits_keeps_its_country_and_its_check() => Prop.ForAll<uint, uint>((one, other) =>
    {
        string iban = Surrogate($"IBAN {WithIbanCheck("DE", $"{one % 1_000_000_000:000000000}{other % 1_000_000_000:000000000}")}");
        return WithIbanCheck(iban[..2], iban[4..]) == iban;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_keys_rarely_agree() => Prop.ForAll<uint>(number =>
    {
        string text = $"电话138{number % 100_000_000:00000000}";
        return Found.Pseudonymiser.Replace(text).Text == Found.Pseudonymiser.Replace(text).Text && Found.Pseudonymiser.Replace(text).Text != Pseudonymiser.FromText("another key for these tests").Replace(text).Text;
    }).QuickCheckThrowOnFailure();

    private static string Surrogate(string text) => Assert.Single(Found.Pseudonymiser.Replace(text).Spans).Surrogate;

    private static string WithLuhn(string digits)
    {
        int sum = digits.Reverse().Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    private static string WithIdentityCheck(string digits)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return digits + "10X98765432"[weights.Select((weight, index) => weight * (digits[index] - '0')).Sum() % 11];
    }

    private static string WithIbanCheck(string country, string account)
    {
        string digits = string.Concat($"{account}{country}00".Select(character => char.IsAsciiDigit(character) ? $"{character}" : $"{character - 'A' + 10}"));
        return $"{country}{98 - digits.Aggregate(0, (remainder, digit) => ((remainder * 10) + digit - '0') % 97):00}{account}";
    }
}
