using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.LanguageModels.Tests.Offline;

/// <summary>A small business with two conversations in each language, and a format of every kind.</summary>
internal static class PropertyBusiness
{
    public static readonly DomainPack Pack = new()
    {
        Name = "property",
        Version = "1",
        Languages = ["zh", "en"],
        DefaultScenario = "buying",
        Scenarios =
        [
            new Scenario
            {
                Id = "buying",
                Title = Both("买房", "home buying"),
                Keywords = new Dictionary<string, IReadOnlyList<string>> { ["zh"] = ["首付", "学区", "贷款"], ["en"] = ["mortgage", "deposit", "school"] },
            },
        ],
        Channels = [],
        Roles =
        [
            new SpeakerRole { Id = "agent", Title = Both("经纪人", "Agent"), Staff = true },
            new SpeakerRole { Id = "customer", Title = Both("客户", "Customer") },
        ],
        TaskTypes = [.. Enum.GetValues<TaskKind>().Select(kind => new TaskType { Id = kind.ToString(), Kind = kind, Title = Both("任务", "task"), Formats = ["card"] })],
        TemplateParts = [],
        Formats = [new LocalisedFormat { Language = "zh", Format = Card, Hints = Hints }, new LocalisedFormat { Language = "en", Format = EnglishCard, Hints = EnglishHints }],
        Exemplars = [],
    };

    public static readonly IReadOnlyList<Turn> Chinese =
    [
        new("agent", "您好，林先生，我是小周，上次聊的湖畔花园那套您考虑得怎么样？"),
        new("customer", "嗯，我们想要三室两厅，预算大概三百五十万，最好是学区房。"),
        new("agent", "湖畔花园这套一百零二平，报价三百六十八万，离地铁五百米。另外春风小区那套八十九平，报三百二十万，精装修。"),
        new("customer", "三百六十八万太贵了，我担心月供压力，首付只能出一百二十万。"),
        new("agent", "房东说可以谈，我明天下午带您去看看，贷款方案我今晚发给您。"),
        new("customer", "那行，明天下午三点见。中介费怎么算？"),
    ];

    public static readonly IReadOnlyList<Turn> ChineseOther =
    [
        new("customer", "你好，我在东门那边租了一间，空调坏了三天没人修。"),
        new("agent", "非常抱歉，我看到维修单是周一提交的，师傅排到了周四上午。"),
        new("customer", "太慢了，家里有老人，热得睡不着，能不能提前？"),
        new("agent", "我马上联系维修组加急，今天晚上八点之前上门，另外这三天的租金减免一百块。"),
    ];

    public static readonly IReadOnlyList<Turn> English =
    [
        new("agent", "Good morning, this is Dana. You asked about the flat on Mill Road?"),
        new("customer", "Yes, we need two bedrooms and our budget is about 250,000 pounds. Um, parking is important to us."),
        new("agent", "The Mill Road flat has two bedrooms, costs 265,000 pounds and comes with one parking space."),
        new("customer", "That is too expensive, and I am worried about the service charge of 180 pounds per month."),
        new("agent", "The owner would accept 255,000 pounds. I can arrange a viewing on Thursday at 10:30."),
        new("customer", "Thursday works. Can you send me the mortgage options before then?"),
    ];

    public static readonly IReadOnlyList<Turn> EnglishOther =
    [
        new("customer", "The heating in my apartment has been off since Sunday and nobody answered my three calls."),
        new("agent", "I see your ticket. A technician was booked for Friday."),
        new("customer", "Friday is too late, we have a baby at home. Can someone come earlier?"),
        new("agent", "I will move it up: the technician will be with you tomorrow at 8 am, and we will refund 40 dollars of rent."),
    ];

    public static OutputFormat Card => new()
    {
        Id = "card",
        Kind = OutputFormatKind.Object,
        Fields =
        [
            new FormatField { Name = "预算", Type = FormatFieldType.Number, Description = "客户的预算，万元" },
            new FormatField { Name = "面积", Description = "房屋面积，按原话" },
            new FormatField { Name = "顾虑", Type = FormatFieldType.TextList, Required = true, Description = "客户的顾虑" },
            new FormatField { Name = "意向", Type = FormatFieldType.Choice, Choices = ["高", "中", "低"], Required = true, Description = "意向高低" },
            new FormatField { Name = "原话", Quotation = true, Required = true, Description = "最能说明需求的原话" },
            new FormatField { Name = "邮箱", Description = "客户的邮箱" },
            new FormatField { Name = "约好见面", Type = FormatFieldType.Boolean, Required = true, Description = "是否约好下一步" },
        ],
    };

    public static OutputFormat EnglishCard => new()
    {
        Id = "card",
        Kind = OutputFormatKind.Object,
        Fields =
        [
            new FormatField { Name = "budget", Type = FormatFieldType.Number, Description = "What the customer can pay" },
            new FormatField { Name = "concerns", Type = FormatFieldType.TextList, Required = true, Description = "The customer's worries" },
            new FormatField { Name = "interest", Type = FormatFieldType.Choice, Choices = ["high", "medium", "low"], Required = true },
            new FormatField { Name = "evidence", Quotation = true, Required = true, Description = "The words that show it" },
            new FormatField { Name = "email", Description = "The customer's e-mail address" },
            new FormatField { Name = "summary", Required = true, Description = "The call in brief" },
        ],
    };

    public static OutputFormat List => new() { Id = "list", Kind = OutputFormatKind.List, Minimum = 2, Maximum = 5 };

    public static OutputFormat Text => new() { Id = "text", Kind = OutputFormatKind.Text, Minimum = 40, Maximum = 400 };

    public static OutputFormat ChineseTable => new()
    {
        Id = "table",
        Kind = OutputFormatKind.Table,
        Minimum = 1,
        Maximum = 6,
        Fields = [new FormatField { Name = "方面", Required = true }, new FormatField { Name = "方案一", Required = true }, new FormatField { Name = "方案二", Required = true }, new FormatField { Name = "差异" }],
    };

    public static OutputFormat EnglishTable => new()
    {
        Id = "table",
        Kind = OutputFormatKind.Table,
        Minimum = 1,
        Maximum = 6,
        Fields = [new FormatField { Name = "aspect", Required = true }, new FormatField { Name = "option A", Required = true }, new FormatField { Name = "option B", Required = true }],
    };

    private static Dictionary<string, FieldHint> Hints => new()
    {
        ["预算"] = new FieldHint { Patterns = ["预算(?:大概)?([零一二两三四五六七八九十百千万0-9.]+)"], Speaker = "customer" },
        ["面积"] = new FieldHint { Patterns = ["([零一二两三四五六七八九十百0-9]+平)"] },
        ["意向"] = new FieldHint { Evidence = new Dictionary<string, IReadOnlyList<string>> { ["高"] = ["明天", "那行", "尽快"], ["中"] = ["考虑"], ["低"] = ["算了"] }, Speaker = "customer" },
    };

    private static Dictionary<string, FieldHint> EnglishHints => new()
    {
        ["budget"] = new FieldHint { Patterns = [@"budget is (?:about )?([0-9,.]+)"], Speaker = "customer" },
    };

    public static LabelAssignment Assignment(string language, TaskKind kind, OutputFormat format, IReadOnlyList<Turn> turns) => new()
    {
        AttemptId = "a",
        RunId = "r",
        CellId = "buying/task",
        Slot = 0,
        Number = 0,
        Domain = Pack.Reference,
        Scenario = "buying",
        TaskType = kind.ToString(),
        TaskKind = kind,
        Language = language,
        TranscriptId = "t",
        Turns = turns,
        InstructionId = "i",
        Instruction = "?",
        Prompt = new AssembledPrompt("", ""),
        Format = format,
        Judging = new JudgingPolicy(),
    };

    private static LocalisedText Both(string chinese, string english) => new(new Dictionary<string, string> { ["zh"] = chinese, ["en"] = english });
}
