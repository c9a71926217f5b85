using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Tests;

/// <summary>A model that answers as a test says. Like the real ones it answers a request that it answered before from memory, at no cost but for the work that paid for it.</summary>
internal sealed class WrittenModel : ILanguageModel
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConcurrentDictionary<string, (string Text, string? Work)> _answers = new();

    public string Name => "written-model";

    /// <summary>What it proposes, draw by draw.</summary>
    public Func<SeedFacts, int, string> Seed { get; init; } = (facts, draw) => Seeds([.. Good.Take(facts.Count).Select(text => draw == 0 ? text : $"{text}第{draw}次。")]);

    /// <summary>What it makes of an instruction.</summary>
    public Func<EvolveFacts, string> Evolve { get; init; } = facts => Evolved($"{facts.Instruction}请在结论后面逐条附上客户或经纪人的原话作为依据。");

    /// <summary>Called before a request is answered for the first time; may throw, or wait to be cancelled.</summary>
    public Func<ModelRequest, int, CancellationToken, Task> Before { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>The requests that were answered and not from memory.</summary>
    public ConcurrentQueue<ModelRequest> Paid { get; } = new();

    /// <summary>Seeds that pass every filter and are unlike one another.</summary>
    public static IReadOnlyList<string> Good { get; } =
    [
        "归纳客户的购房预算与首付安排。",
        "经纪人怎样回应贷款利率的问题？写成小结。",
        "用三句话交代双方约定的带看时间和地点。",
        "把客户在意的学区、地铁条件按轻重排序后总结。",
        "说明这位买家目前处在选房的哪个阶段。",
        "替接手的同事写下房源满五唯一意味着什么。",
    ];

    public static string Seeds(params string[] texts) => JsonSerializer.Serialize(new SeedAnswer(texts), s_options);

    public static string Evolved(string text, bool gain = true) => JsonSerializer.Serialize(new EvolveAnswer(text, gain), s_options);

    public async Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        string identity = $"{request.Draw}|{string.Join('|', request.Messages.Select(message => message.Text))}";
        if (_answers.TryGetValue(identity, out (string Text, string? Work) known))
            return Answer(request, known.Text, calls: known.Work is not null && known.Work == request.Work ? 1 : 0);

        await Before(request, Paid.Count + 1, cancellationToken);
        string text = request.Facts switch
        {
            SeedFacts seed => Seed(seed, request.Draw),
            EvolveFacts evolve => Evolve(evolve),
            _ => throw new ModelRefusedRequestException("What is this?"),
        };
        Paid.Enqueue(request);
        _answers[identity] = (text, request.Work);
        return Answer(request, text, calls: 1);
    }

    private ModelAnswer Answer(ModelRequest request, string text, int calls) =>
        new() { Text = text, Model = Name, Stop = ModelStop.Finished, Spend = new ModelSpend(request.Purpose, Name, calls, 100 * calls, 10 * calls, 0.01m * calls), FromCache = calls == 0 };
}
