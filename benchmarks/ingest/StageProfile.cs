using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using DialInsight.Client;
using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Ingest;
using DialInsight.Pseudonyms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Benchmarks.Ingest;

/// <summary>
/// Where the time goes. What runs on all cores, up to pseudonyms, is measured on one thread; comparing and storing, which one thread does, by the service's own metrics, in this
/// process, waiting for the disk included.
/// </summary>
internal static class StageProfile
{
    private static readonly Dictionary<string, double> s_seconds = [];

    public static async Task<JsonObject> MeasureAsync(int dialogues, int seed)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-");
        try
        {
            string file = Path.Combine(folder.FullName, "generated.jsonl");
            await using (FileStream written = File.Create(file))
                new GeneratedTranscripts(seed).Write(written, dialogues);

            using MeterListener listener = Listen();
            IDomainPacks packs = await TakeInAsync(file, folder.FullName);
            await PrepareAsync(file, packs);
            double sum = s_seconds.Values.Sum();
            return new JsonObject(s_seconds.Select(stage => KeyValuePair.Create(stage.Key, (JsonNode?)Math.Round(stage.Value / sum, 3))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IDomainPacks> TakeInAsync(string file, string folder)
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder([$"--Storage:Path={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"], "ingest");
        await using WebApplication app = builder.AddIngest().BuildService();
        app.MapIngest();
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
        await using FileStream content = File.OpenRead(file);
        await new DialInsightClient(http).Transcripts.SendAsync(content, "generated.jsonl", new IngestDefaults(Domain: "real-estate"), default);
        await app.StopAsync();
        return app.Services.GetRequiredService<IDomainPacks>();
    }

    private static async Task PrepareAsync(string file, IDomainPacks packs)
    {
        var pseudonymiser = Pseudonymiser.FromText("a key of the benchmark's own");
        var preparer = new ConversationPreparer(packs, pseudonymiser);
        var defaults = new ConversationDefaults("real-estate");
        await using FileStream content = File.OpenRead(file);
        long before = Stopwatch.GetTimestamp();
        await foreach (ParsedRecord record in TranscriptParser.ParseAsync(content, TranscriptFormat.JsonLines, null, ParseContext.For(packs)!, default))
        {
            long parsed = Stopwatch.GetTimestamp();
            PreparedConversation? prepared = preparer.Prepare(record, defaults).Conversation;
            long done = Stopwatch.GetTimestamp();
            pseudonymiser.ForConversation(prepared?.Language).Replace([.. record.Conversation!.Turns.Select(turn => turn.Text)]);
            TimeSpan pseudonyms = Stopwatch.GetElapsedTime(done);
            Add("parse", Stopwatch.GetElapsedTime(before, parsed));
            Add("pseudonyms", pseudonyms);
            Add("normalise and clean", Stopwatch.GetElapsedTime(parsed, done) - pseudonyms);
            before = Stopwatch.GetTimestamp();
        }
    }

    private static void Add(string stage, TimeSpan time)
    {
        lock (s_seconds)
            s_seconds[stage] = s_seconds.GetValueOrDefault(stage) + time.TotalSeconds;
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "dialinsight.ingest.stage.duration")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(static (_, seconds, tags, _) =>
        {
            if (tags[0].Value is "compare" or "store")
                Add((string)tags[0].Value!, TimeSpan.FromSeconds(seconds));
        });
        listener.Start();
        return listener;
    }
}
