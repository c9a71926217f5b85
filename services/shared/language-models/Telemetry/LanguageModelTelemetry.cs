using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DialInsight.LanguageModels.Telemetry;

/// <summary>Traces and metrics of model calls, named by OpenTelemetry's semantic conventions for generative AI. They never hold content.</summary>
public static class LanguageModelTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "DialInsight.LanguageModels";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram("gen_ai.client.operation.duration", "s", "Time from a request to its answer, retries included.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92] });

    private static readonly Histogram<long> Tokens = Meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "Tokens of a request by kind.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576] });

    private static readonly Counter<double> Spent = Meter.CreateCounter<double>("dialinsight.model.spend", "{currency}", "What answers cost, by the prices of the settings.");

    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>("dialinsight.model.calls.active", "{call}", "Requests that an endpoint is working.");

    private static readonly Counter<long> Lookups = Meter.CreateCounter<long>("dialinsight.answer_cache.lookups", "{lookup}", "Looks into the answer cache by what came of them.");

    /// <summary>Opens the span of one request; null where nobody listens.</summary>
    internal static Activity? Start(string model, string host, string purpose)
    {
        Active.Add(1, new KeyValuePair<string, object?>("gen_ai.request.model", model));
        Activity? activity = Source.StartActivity($"chat {model}", ActivityKind.Client);
        activity?.SetTag("gen_ai.operation.name", "chat").SetTag("gen_ai.provider.name", "openai").SetTag("gen_ai.request.model", model)
            .SetTag("server.address", host).SetTag("dialinsight.purpose", purpose);
        return activity;
    }

    /// <summary>Notes an answer.</summary>
    internal static void Answered(Activity? activity, string model, string host, ModelAnswer answer, TimeSpan took)
    {
        activity?.SetTag("gen_ai.response.model", answer.Model).SetTag("gen_ai.usage.input_tokens", answer.Spend.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", answer.Spend.OutputTokens).SetTag("gen_ai.response.finish_reasons", answer.Stop.ToString());
        TagList tags = Tags(model, host);
        Ended(model);
        Spent.Add((double)answer.Spend.Cost, [.. tags, new("dialinsight.purpose", answer.Spend.Purpose)]);
        Duration.Record(took.TotalSeconds, tags);
        Tokens.Record(answer.Spend.InputTokens, [.. tags, new("gen_ai.token.type", "input")]);
        Tokens.Record(answer.Spend.OutputTokens, [.. tags, new("gen_ai.token.type", "output")]);
    }

    /// <summary>Notes a failure.</summary>
    internal static void Failed(Activity? activity, string model, string host, Exception failure, TimeSpan took)
    {
        Ended(model);
        string type = failure.GetType().Name;
        activity?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error);
        Duration.Record(took.TotalSeconds, [.. Tags(model, host), new("error.type", type)]);
    }

    /// <summary>Notes a look into the cache: <c>hit</c>, <c>miss</c> or <c>shared</c> (the same request was already on its way).</summary>
    internal static void LookedUp(string outcome) => Lookups.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    private static void Ended(string model) => Active.Add(-1, new KeyValuePair<string, object?>("gen_ai.request.model", model));

    private static TagList Tags(string model, string host) =>
        [new("gen_ai.operation.name", "chat"), new("gen_ai.provider.name", "openai"), new("gen_ai.request.model", model), new("server.address", host)];
}
