using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DialInsight.Client.Transcripts;

namespace DialInsight.Benchmarks.WebConsole;

/// <summary>How long pages take, asked for one after another.</summary>
internal static partial class PageTiming
{
    private const int Times = 30;
    private const int AtOnce = 2_000;

    /// <summary>Each page of the sample platform.</summary>
    public static async Task<JsonObject> OfSampleAsync(RunningPlatform platform)
    {
        var release = (await platform.Services.Releases.ListAsync(null, 1, CancellationToken.None)).Items[0];
        var figures = new JsonObject();
        foreach (string page in (string[])["/", "/console/transcripts", "/console/runs", $"/console/runs/{Uri.EscapeDataString(release.RunId)}", "/console/runs/new", "/console/curation", "/console/releases", $"/console/releases/{release.Name}"])
            figures[page] = await MedianAsync(platform, page);
        return figures;
    }

    /// <summary>The list of transcripts, short and long: its first page, and one far behind.</summary>
    public static async Task<JsonObject> OfListsAsync(RunningPlatform platform, int few, int many)
    {
        await FillAsync(platform, 0, few);
        double fewFirst = await MedianAsync(platform, "/console/transcripts");
        string fewFar = await BehindAsync(platform, few / 100);
        double fewDeep = await MedianAsync(platform, fewFar);
        await FillAsync(platform, few, many);
        double manyFirst = await MedianAsync(platform, "/console/transcripts");
        double manyDeep = await MedianAsync(platform, await BehindAsync(platform, many / 100));
        return new JsonObject
        {
            ["few"] = new JsonObject { ["transcripts"] = few, ["firstPageMilliseconds"] = fewFirst, ["middlePageMilliseconds"] = fewDeep },
            ["many"] = new JsonObject { ["transcripts"] = many, ["firstPageMilliseconds"] = manyFirst, ["middlePageMilliseconds"] = manyDeep },
            ["firstPageRatio"] = Math.Round(manyFirst / fewFirst, 2),
            ["middlePageRatio"] = Math.Round(manyDeep / fewDeep, 2),
        };
    }

    private static async Task<double> MedianAsync(RunningPlatform platform, string page)
    {
        for (int i = 0; i < 5; i++)
            await platform.Http.GetByteArrayAsync(page);
        double[] times = new double[Times];
        for (int i = 0; i < Times; i++)
        {
            var clock = Stopwatch.StartNew();
            await platform.Http.GetByteArrayAsync(page);
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return Math.Round(times[Times / 2], 2);
    }

    /// <summary>The address of the page so many pages behind the first, as a person would get there.</summary>
    private static async Task<string> BehindAsync(RunningPlatform platform, int pages)
    {
        string address = "/console/transcripts";
        for (int i = 0; i < pages && Next().Match(await platform.Http.GetStringAsync(address)) is { Success: true } next; i++)
            address = System.Net.WebUtility.HtmlDecode(next.Groups[1].Value);
        return address;
    }

    /// <summary>Sends conversations that differ, and waits until they are kept.</summary>
    private static async Task FillAsync(RunningPlatform platform, int from, int to)
    {
        for (int first = from; first < to; first += AtOnce)
        {
            var records = new StringBuilder();
            for (int number = first; number < Math.Min(to, first + AtOnce); number++)
                records.Append(Conversation(number)).Append('\n');
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(records.ToString()));
            await platform.Services.Transcripts.SendAsync(content, "generated.jsonl", new IngestDefaults(Domain: "real-estate"), CancellationToken.None);
        }

        long kept = await platform.Services.Transcripts.CountAsync(CancellationToken.None);
        if (kept < to * 0.95)
            throw new InvalidOperationException($"Only {kept} of {to} conversations were kept.");
    }

    /// <summary>Words of one's own in every turn, so that none is a near duplicate of another.</summary>
    private static string Conversation(int number)
    {
        var random = new Random(number);
        string Words() => string.Concat(Enumerable.Range(0, 24).Select(_ => (char)('\u4e00' + random.Next(2_000))));
        var turns = new JsonArray([.. Enumerable.Range(0, 6).Select(turn => new JsonObject { ["role"] = turn % 2 == 0 ? "customer" : "agent", ["text"] = Words() })]);
        return new JsonObject { ["id"] = $"generated-{number}", ["scenario"] = "buying", ["language"] = "zh", ["turns"] = turns }.ToJsonString();
    }

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
