using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.Pseudonyms.Tests;

public sealed class When_personal_data_is_replaced
{
    private static readonly string[] s_pieces =
        ["我叫", "我是", "联系人", "张三", "李秀英", "小", "老师", "13812345678", "😀", " ", "，", "建国路88号", "oh ", "seven ", "double ", "a@b.co", "John Harlow ", "Mr. ", "王女士", "110105199003072316", "*", "x", "+", "(", ")", "-", ".", "一三八", "\ud800", "京A12345", "·", "住在", "生日", "1990年", "@", "www.", "::", "号", "栋"];

    [Fact]
    public void Spans_are_in_order_and_rebuild_the_text() => Prop.ForAll<int[]>(picks => AreInOrder(picks)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_surrogate_is_what_it_replaces_and_the_same_key_gives_the_same_text() => Prop.ForAll<int[]>(picks => AreOthers(picks)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_is_looked_through_wherever_it_ends()
    {
        // Seeded: surnames, what given names are made of, what joins, introduces, follows and calls them, cut off anywhere.
        string[] pieces =
        [
            .. "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛欧阳司马上官诸葛".Select(character => $"{character}"),
            .. "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华慧巧雅琪思远国建梓涵可欣峰".Select(character => $"{character}"),
            "、", "和", "与", "跟", "及", "，", "·", "总", "姐", "哥", "某", "小", "老", "阿", "姓", "先生", "医师", "老师", "经理", "我叫", "我是", "联系人:", "小名", "@", "路", "家", "村", "区", "公司",
        ];
        var random = new Random(20);
        for (int round = 0; round < 60_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (IdentifierSpan span in Pseudonymiser.Detect(text, "zh"))
                Assert.InRange(span.End, span.Start + 1, text.Length);
        }
    }

    private static bool AreInOrder(int[] picks)
    {
        string text = Mixed(picks);
        PseudonymisedText replaced = Found.Pseudonymiser.Replace(text);
        int end = 0;
        foreach (ReplacedSpan span in replaced.Spans)
        {
            if (span.Start < end || span.End <= span.Start)
                return false;
            end = span.End;
        }

        return text.Contains('\ud800', StringComparison.Ordinal) || Found.Rebuild(text, replaced.Spans) == replaced.Text;
    }

    private static bool AreOthers(int[] picks)
    {
        string text = Mixed(picks);
        PseudonymisedText replaced = Found.Pseudonymiser.Replace(text);
        return replaced.Spans.All(span => span.Surrogate != Found.Slice(text, span.Start, span.End))
            && replaced.Text == Pseudonymiser.FromText("a key for these tests only").Replace(text).Text;
    }

    [Fact]
    public void Another_key_gives_other_surrogates() =>
        Assert.NotEqual(Found.Pseudonymiser.Replace("电话13812345678").Text, Pseudonymiser.FromText("another key for these tests").Replace("电话13812345678").Text);

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => Pseudonymiser.FromText("short"));

    [Fact]
    public void A_number_has_one_surrogate_in_every_writing()
    {
        string written = Surrogate("电话13812345678");
        Assert.Equal(written, Surrogate("电话138-1234-5678").Replace("-", "", StringComparison.Ordinal));
        Assert.Equal(written, new string([.. Surrogate("电话一三八一二三四五六七八").Select(digit => (char)('0' + "零一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal)))]));
        Assert.EndsWith(written, Surrogate("电话+8613812345678"), StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_and_separators_are_kept() => Assert.Matches(@"^1\d{2}-\*{4}-\d{4}$", Surrogate("138-****-5678"));

    [Fact]
    public void An_identity_card_has_a_valid_date_and_check_character()
    {
        string card = Surrogate("身份证110105199003072316");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        Assert.Equal("10X98765432"[weights.Select((weight, index) => weight * (card[index] - '0')).Sum() % 11], card[17]);
        Assert.True(DateOnly.TryParseExact(card[6..14], "yyyyMMdd", out _));
    }

    [Fact]
    public void A_card_number_passes_luhn()
    {
        string digits = Surrogate("card 4111 1111 1111 1111");
        Assert.Equal(19, digits.Length);
        int sum = digits.Where(char.IsAsciiDigit).Reverse().Select((digit, index) => (digit - '0') * (1 + (index % 2))).Sum(value => value > 9 ? value - 9 : value);
        Assert.Equal(0, sum % 10);
    }

    [Fact]
    public void An_iban_passes_its_check()
    {
        string iban = Surrogate("IBAN GB82WEST12345698765432");
        string digits = string.Concat((iban[4..] + iban[..4]).Select(character => char.IsAsciiDigit(character) ? $"{character}" : $"{character - 'A' + 10}"));
        Assert.Equal(1, digits.Aggregate(0, (remainder, digit) => ((remainder * 10) + digit - '0') % 97));
    }

    [Fact]
    public void A_surname_is_the_same_with_a_title_and_in_the_whole_name()
    {
        IReadOnlyList<PseudonymisedText> turns = Found.Pseudonymiser.ForConversation("zh").Replace(["您好，我叫王丽", "王女士您好"]);
        Assert.Equal(turns[0].Spans[0].Surrogate[0], turns[1].Spans[0].Surrogate[0]);
        IReadOnlyList<PseudonymisedText> english = Found.Pseudonymiser.ForConversation("en").Replace(["I am John Harlow.", "Thank you, Mr. Harlow."]);
        Assert.Equal(english[0].Spans[0].Surrogate.Split(' ')[1], english[1].Spans[0].Surrogate);
    }

    [Fact]
    public void Traditional_names_become_traditional_names()
    {
        PseudonymisedText replaced = Found.Pseudonymiser.Replace("陳國華先生");
        Assert.Equal(3, Assert.Single(replaced.Spans).Surrogate.Length);
    }

    [Fact]
    public void A_name_given_away_once_is_replaced_in_all_turns()
    {
        IReadOnlyList<PseudonymisedText> turns = Found.Pseudonymiser.ForConversation("en").Replace(["My name is Thessaly Quorn.", "So Quorn it is, noted."]);
        Assert.DoesNotContain("Quorn", turns[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("一")]
    [InlineData("1-")]
    [InlineData("a@")]
    [InlineData("王伟")]
    [InlineData("Anna ")]
    [InlineData("12 Elm ")]
    [InlineData("路1号")]
    [InlineData("one ")]
    [InlineData("生日")]
    [InlineData("微信")]
    [InlineData("1.1:")]
    [InlineData("*")]
    [InlineData(" at a dot ")]
    [InlineData("http://")]
    [InlineData("Torrin ")]
    [InlineData("de ")]
    [InlineData("安德")]
    [InlineData("a, ")]
    [InlineData("my name is ")]
    public void Hostile_text_takes_linear_time(string piece)
    {
        // Four times the text would take sixteen times as long if the time were quadratic. The best of a few rounds, since others use the machine too.
        double ratio = double.MaxValue;
        for (int round = 0; round < 5 && ratio > 9; round++)
            ratio = Math.Min(ratio, Seconds(piece, 80_000) / Math.Max(Seconds(piece, 20_000), 0.0005));
        Assert.InRange(ratio, 0, 9);
    }

    private static double Seconds(string piece, int length)
    {
        string text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        double best = double.MaxValue;
        for (int round = 0; round < 2; round++)
        {
            long started = Stopwatch.GetTimestamp();
            Found.Pseudonymiser.Replace(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return best;
    }

    private static string Surrogate(string text) => Assert.Single(Found.Pseudonymiser.Replace(text).Spans).Surrogate;

    private static string Mixed(int[] picks) => string.Concat(picks.Select(pick => s_pieces[(int)((uint)pick % s_pieces.Length)]));
}
