namespace DialInsight.Hosting.Http;

/// <summary>Asks a running service how it is: the check of a container that has neither shell nor curl.</summary>
internal static class HealthProbe
{
    private const string Switch = "--health";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(4);

    /// <summary>Whether the command line asks for it.</summary>
    public static bool IsAsked(string[] args) => args is [Switch, ..];

    /// <summary>Prints what the address answers. 0 for a success within four seconds, else 1.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [_, string address] || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"{Switch} takes the address to ask, for instance http://127.0.0.1:8080/health/ready");
            return 1;
        }

        // Never by way of a proxy that the environment names: it is this machine that is asked.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_limit };
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(uri);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{uri} does not answer: {exception.Message}");
            return 1;
        }
    }
}
