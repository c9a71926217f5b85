using System.Globalization;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>Requests for labels as prompt-assembly makes them: a dialogue of twelve turns, a prompt of some hundred characters, an object to fill.</summary>
internal static class Load
{
    /// <summary>An answer that fits every request.</summary>
    public const string Answer = """{"intent":"buying","budget":"350万","wishes":["两居室","近地铁"],"quotation":"我想看看两居室的房子"}""";

    private static readonly string[] s_said =
    [
        "我想看看两居室的房子，最好离地铁近一点，预算在三百五十万左右。", "好的，您对小区的年代和楼层有什么要求吗？", "楼层不要太低，小区新一点更好，孩子明年要上小学。",
        "那我建议您看看学区周边的几个小区，最近有几套刚挂出来的房源。", "价格还能谈吗？上次看的那套房东不太愿意让价。", "房东这边可以再沟通，如果您付款方式合适，应该还有空间。",
    ];

    private static readonly OutputFormat s_format = new()
    {
        Id = "insight",
        Kind = OutputFormatKind.Object,
        Fields =
        [
            new FormatField { Name = "intent", Type = FormatFieldType.Choice, Choices = ["buying", "renting", "selling"], Required = true },
            new FormatField { Name = "budget", Type = FormatFieldType.Text, Required = true },
            new FormatField { Name = "wishes", Type = FormatFieldType.TextList, Required = true },
            new FormatField { Name = "quotation", Required = true, Quotation = true },
        ],
    };

    /// <summary>The request number <paramref name="i"/> of a run.</summary>
    public static LabelRequested Request(string run, int i)
    {
        string number = i.ToString(CultureInfo.InvariantCulture);
        string attempt = DeterministicId.Of(24, run, number);
        return new LabelRequested
        {
            Id = DeterministicId.Guid("label-requested", attempt),
            OccurredAt = DateTimeOffset.UnixEpoch,
            Assignment = new LabelAssignment
            {
                AttemptId = attempt,
                RunId = run,
                CellId = "buying/insight",
                Slot = i,
                Number = 0,
                Domain = "benchmark@1",
                Scenario = "buying",
                TaskType = "insight",
                TaskKind = TaskKind.InformationExtraction,
                Language = "zh",
                TranscriptId = $"transcript-{number}",
                Turns = [.. Enumerable.Range(0, 12).Select(turn => new Turn(turn % 2 == 0 ? "customer" : "agent", turn == 0 ? $"{s_said[0]}（{run}，{number}）" : s_said[turn % s_said.Length]))],
                InstructionId = "instruction-1",
                Instruction = "请从对话中提取客户的购房意图、预算、要求，并引用客户的一句原话。",
                Prompt = new AssembledPrompt("以下是房产经纪人与客户的一段通话记录，客户正在考虑购买住房，经纪人负责了解需求并推荐房源。", "请仔细阅读对话，提取客户的意图、预算、要求，并引用一句原话。以 JSON 对象回答，字段为 intent、budget、wishes、quotation。"),
                TemplateParts = ["scenario-1@1", "role-2@1", "narrative-1@1", "guidelines-3@1"],
                Format = s_format,
                Judging = new JudgingPolicy(),
            },
        };
    }
}
