using System.Text.RegularExpressions;
using DialInsight.WebConsole.Curation;
using DialInsight.WebConsole.Layout;
using DialInsight.WebConsole.Sentences;
using Microsoft.AspNetCore.Http;

namespace DialInsight.Console.Tests;

/// <summary>Who adds a refusal, a finding or a reason to a service adds what it is in Chinese to <c>services/console/Sentences/sentences.txt</c>.</summary>
public sealed partial class When_a_service_speaks
{
    private static readonly string[] s_units = ["{} MB", "{} kB", "{} bytes"];

    [Fact]
    public void Every_sentence_is_said_in_the_reader_s_language()
    {
        List<string> unsaid = [];
        foreach ((string sentence, string place) in SourceSentences.All().Where(known => !s_units.Contains(known.Key)))
        {
            int hole = 0;
            string text = Hole().Replace(sentence, _ => $"‹{++hole}›");
            bool isChinese = ServiceSentences.IsChinese(text);
            if (ServiceSentences.IsChinese(ServiceSentences.Say(text, !isChinese)) == isChinese)
                unsaid.Add($"{place}: {sentence}");
        }

        Assert.True(unsaid.Count == 0, $"In sentences.txt there is nothing for\n{string.Join('\n', unsaid)}");
        Assert.True(SourceSentences.All().Count > 250, "The sources are not read as they were.");
    }

    [Fact]
    public void No_sentence_is_kept_that_no_service_says()
    {
        string sources = Bare(string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "services"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)));

        Assert.DoesNotContain(
            Pairs().Where(pair => Longest(pair.English).Contains(' ', StringComparison.Ordinal)),
            pair => !sources.Contains(Longest(pair.English), StringComparison.Ordinal) && !sources.Contains(Longest(pair.Chinese), StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_filled_in_is_filled_in_in_both_languages() => Assert.All(Pairs(), pair =>
        Assert.True(Named().Matches(pair.English).Select(hole => hole.Value).Order(StringComparer.Ordinal).SequenceEqual(Named().Matches(pair.Chinese).Select(hole => hole.Value).Order(StringComparer.Ordinal)), pair.English));

    [Theory]
    [InlineData("There is no run r-1. GET /runs lists those that are.", "没有运行 r-1。现有的运行见列表。")]
    [InlineData("\"lendings\" is not in the domain pack; did you mean \"lending\"?", "领域包里没有“lendings”，是否应为“lending”？")]
    [InlineData("holds {{rolls}}, which is no placeholder; did you mean \"roles\"?", "含有 {{rolls}}，没有这个占位符，是否应为“roles”？")]
    [InlineData("the line is longer than 8 MB (Ingest:Limits:LineBytes)", "该行超过 8 MB (Ingest:Limits:LineBytes)")]
    [InlineData("`turns` must be an array, this is a number", "turns 必须是数组，这里是数字")]
    [InlineData("not valid JSON at byte 7: it ends in the middle", "第 7 个字节处不是有效的 JSON：内容中途结束")]
    [InlineData("Run r cannot be resumed: it is released.", "运行 r 当前为已发布，不能恢复。")]
    [InlineData("qwen-max answered 401 (invalid_key): check ApiKey", "qwen-max 返回 401 (invalid_key)：请检查 ApiKey")]
    [InlineData("the answer is not in the shape that was asked for; \"意向\" is missing", "回答不是所要求的形式；缺少“意向”")]
    [InlineData("no instruction was approved for it: 0 of 4 after 3 cycles: candidates fell: it is too short (3); it asks for input (1)", "没有通过审核的指令：3 轮之后得到 0/4：候选指令被淘汰：过短（3）；要求提供输入（1）")]
    [InlineData("Somebody's words that no service says.", "Somebody's words that no service says.")]
    public void What_is_filled_in_stays_and_is_said_where_it_is_a_sentence_too(string english, string chinese) => Assert.Equal(chinese, ServiceSentences.Say(english, isChinese: true));

    [Fact]
    public void Findings_in_the_prompt_s_language_are_said_in_English_to_who_reads_that()
    {
        Assert.Equal("quotation: “原话” quotes \"好的\", which the dialogue does not say; quote it word for word.", ServiceSentences.Say("quotation: “原话”的引文“好的”在对话原文中找不到，须逐字引用。", isChinese: false));
        Assert.Equal("the answer declines the task", ServiceSentences.Say("回答拒绝了任务", isChinese: false));
    }

    [Theory]
    [InlineData("FailureClass")]
    [InlineData("RejectionReason")]
    [InlineData("RunState")]
    public void Every_code_has_words_in_both_languages(string codes)
    {
        Func<string, Visit, string> words = codes switch
        {
            "FailureClass" => Words.OfFailure,
            "RejectionReason" => InstructionWords.Rejection,
            _ => (code, visit) => Words.Of(Enum.Parse<Client.Runs.RunState>(code, ignoreCase: true), visit),
        };
        Visit english = Reader("en"), chinese = Reader("zh-CN");
        Assert.All(SourceSentences.Codes(codes), code =>
        {
            Assert.True(ServiceSentences.IsChinese(words(code, chinese)), $"{codes}.{code} has no Chinese words.");
            Assert.NotEqual(words(code, chinese), words(code, english));
        });
        Assert.Distinct(SourceSentences.Codes(codes).Select(code => words(code, chinese)));
    }

    private static string Longest(string sentence) => Bare(Named().Split(sentence).MaxBy(piece => piece.Length)!).Trim();

    /// <summary>Without what escapes in sources.</summary>
    private static string Bare(string text) => text.Replace("\\", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    private static Visit Reader(string language)
    {
        var visit = new Visit();
        visit.Look(new DefaultHttpContext { Request = { Headers = { AcceptLanguage = language } } }.Request);
        return visit;
    }

    private static IEnumerable<(string English, string Chinese)> Pairs()
    {
        string list = File.ReadAllText(Path.Combine(Repository.Root, "services/console/Sentences/sentences.txt"));
        foreach (string pair in list.Split("\n\n"))
        {
            string[] lines = [.. pair.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];
            Assert.True(lines.Length is 0 or 2, $"Two lines are a sentence in both languages: {pair}");
            if (lines.Length == 2)
                yield return (lines[0], lines[1]);
        }
    }

    [GeneratedRegex(@"\{\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Named();
}
