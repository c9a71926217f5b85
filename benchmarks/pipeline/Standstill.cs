using System.Net;
using System.Text.Json;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>What is known when no label has come for a minute: where the missing attempts stand, and what the model is holding.</summary>
internal static class Standstill
{
    private const int MostShown = 500;

    public static async Task<string> DescribeAsync(IEnumerable<string> urls, StubProcess stub, LabelCounter counter, IEnumerable<string> published)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        string[] missing = [.. published.Where(attempt => !counter.HasCome(attempt))];
        string[] addresses = [.. urls];
        var states = new SortedDictionary<string, int>();
        foreach (string attempt in missing.Take(MostShown))
        {
            string state = await StateAsync(http, addresses[0], attempt);
            states[state] = states.GetValueOrDefault(state) + 1;
        }

        var ready = new List<string>();
        foreach (string address in addresses)
            ready.Add(await TextAsync(http, $"{address}/health/ready"));
        return JsonSerializer.Serialize(new
        {
            standstill = $"No label for a minute: {counter.Counted} have come, {missing.Length} are missing.",
            missingByState = states,
            firstMissing = missing.Take(3),
            callsAtTheModel = await stub.CallsAsync(),
            heldByTheModel = await stub.HeldAsync(),
            ready,
            threads = ThreadPool.ThreadCount,
            workWaiting = ThreadPool.PendingWorkItemCount,
        });
    }

    private static async Task<string> StateAsync(HttpClient http, string url, string attempt)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync($"{url}/labels/{attempt}");
            return response.StatusCode == HttpStatusCode.NotFound
                ? "not taken up"
                : (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString()!;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return exception.GetType().Name;
        }
    }

    private static async Task<string> TextAsync(HttpClient http, string url)
    {
        try
        {
            return await http.GetStringAsync(url);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return exception.Message;
        }
    }
}
