using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_real_conversations_are_labelled
{
    private const int Conversations = 24;

    [Theory]
    [InlineData("real-estate", "zh")]
    [InlineData("real-estate", "en")]
    [InlineData("customer-support", "zh")]
    [InlineData("customer-support", "en")]
    public async Task Nearly_every_label_fits_its_format_whatever_the_conversation(string domain, string language)
    {
        string file = Path.Combine(Root(), "..", "shared", "data", "dialogues", language + ".jsonl");
        if (!File.Exists(file))
            Assert.Skip("The collected conversations are not beside this checkout.");

        (int labels, int valid, int high) = await Label(Pack(domain), language, Read(File.ReadLines(file), language).Where((_, index) => index % 12 == 0).Take(Conversations));

        Assert.True(valid >= labels * 0.97, $"{valid} of {labels} labels fit their format.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{domain} {language}: {labels} labels, {valid} valid, {high} judged high");
    }

    [Theory]
    [InlineData("real-estate", "zh")]
    [InlineData("customer-support", "zh")]
    [InlineData("customer-support", "en")]
    public async Task On_the_bundled_samples_all_fit_and_most_are_judged_high(string domain, string language)
    {
        IEnumerable<string> lines = Directory.EnumerateFiles(Path.Combine(Root(), "samples", "transcripts", domain), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines);

        (int labels, int valid, int high) = await Label(Pack(domain), language, Read(lines, language).Take(Conversations));

        Assert.NotEqual(0, labels);
        Assert.Equal(labels, valid);
        Assert.True(high >= labels * 0.85, $"{high} of {labels} labels are judged high.");
    }

    private static async Task<(int Labels, int Valid, int High)> Label(DomainPack pack, string language, IEnumerable<IReadOnlyList<Turn>> conversations)
    {
        (int labels, int valid, int high) = (0, 0, 0);
        foreach (IReadOnlyList<Turn> turns in conversations)
        {
            foreach (TaskType task in pack.TaskTypes)
            {
                foreach (LocalisedFormat format in pack.Formats.Where(format => format.Language == language && task.Formats.Contains(format.Format.Id)))
                {
                    LabelAssignment assignment = PropertyBusiness.Assignment(language, task.Kind, format.Format, turns) with { Scenario = pack.DefaultScenario };
                    string answer = await Ask.Facts(new LabelFacts(assignment, pack));
                    labels++;
                    if (!AnswerValidator.Validate(format.Format, answer, turns, language).IsValid || AnswerText.IsRefusal(answer, language))
                        continue;
                    valid++;
                    high += (await Ask.Json<JudgeAnswer>(new JudgeFacts(assignment, answer, [], 0))).Level == QualityLevel.High ? 1 : 0;
                }
            }
        }

        return (labels, valid, high);
    }

    private static DomainPack Pack(string name)
    {
        string folder = Path.Combine(Root(), "domains", name);
        if (!Directory.Exists(folder))
            Assert.Skip($"The domain pack {name} is not in this checkout.");
        return DomainPackReader.Read(folder);
    }

    private static IEnumerable<IReadOnlyList<Turn>> Read(IEnumerable<string> lines, string language)
    {
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("language").GetString() == language)
                yield return [.. document.RootElement.GetProperty("turns").EnumerateArray().Select(turn => new Turn(turn.GetProperty("role").GetString()!, turn.GetProperty("text").GetString()!))];
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds DialInsight.sln.");
    }
}
