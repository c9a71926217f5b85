using System.Diagnostics;
using System.Globalization;
using DialInsight.Tests;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>The stub as a process of its own.</summary>
internal sealed class StubProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private StubProcess(Process process, string url) => (_process, Url) = (process, url);

    public string Url { get; }

    public static async Task<StubProcess> StartAsync()
    {
        string url = FreeUrl();
        var stub = new StubProcess(Child("stub", url), url);
        await stub.UntilAsync("/calls");
        return stub;
    }

    public Task OpenAsync(int latencyMilliseconds) => _http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"{Url}/open?latency={latencyMilliseconds}"));

    public Task CloseAsync() => _http.GetAsync($"{Url}/close");

    public async Task<IReadOnlyDictionary<string, int>> CallsAsync() => (await _http.GetFromJsonAsync<Dictionary<string, int>>($"{Url}/calls"))!;

    /// <summary>When each timed call came, in seconds since some moment.</summary>
    public async Task<double[]> TimesAsync() => (await _http.GetFromJsonAsync<double[]>($"{Url}/times"))!;

    /// <summary>How many calls wait for their answer.</summary>
    public Task<int> HeldAsync() => _http.GetFromJsonAsync<int>($"{Url}/held");

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Starts this program in another role.</summary>
    public static Process Child(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DialInsight.Benchmarks.Pipeline.dll"), .. args]) { RedirectStandardOutput = true })!;

    /// <summary>An address that nobody listens at.</summary>
    public static string FreeUrl() => $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>Waits until an address answers with success.</summary>
    public static async Task UntilAsync(HttpClient http, string url)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using HttpResponseMessage response = await http.GetAsync(url, limit.Token);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(50, limit.Token);
        }
    }

    private Task UntilAsync(string path) => UntilAsync(_http, Url + path);
}
