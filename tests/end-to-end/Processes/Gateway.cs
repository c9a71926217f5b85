using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>An nginx before the services, with the configuration of deploy/compose: only names and ports are this machine's.</summary>
internal sealed partial class Gateway : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    // Over HTTP/1.1 an nginx passes parts on as they come, whatever it is told; by itself it asks over 1.0.
    private static readonly string[] s_telling = ["proxy_http_version 1.1;", "proxy_buffering off;", "proxy_set_header Connection \"\";"];

    private readonly Process _process;

    private Gateway(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts one; without nginx the test is skipped.</summary>
    /// <param name="services">The addresses of each service's replicas.</param>
    /// <param name="workspace">Where it keeps its files.</param>
    /// <param name="isBuffering">Whether it collects answers before it passes them on, as an nginx does that is told nothing.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<Gateway> StartAsync(
        IReadOnlyDictionary<string, string[]> services, Workspace workspace, bool isBuffering, CancellationToken cancellationToken)
    {
        Assert.SkipUnless(File.Exists(Program), $"There is no nginx at {Program}: install it (Debian: nginx-light).");
        int port = FreePort.Next();
        string text = Configuration(services, workspace.Path(), port);
        if (isBuffering)
        {
            Assert.All(s_telling, line => Assert.Contains(line, text, StringComparison.Ordinal));
            text = s_telling.Aggregate(text, (left, line) => left.Replace(line, "", StringComparison.Ordinal));
        }

        string configuration = workspace.Write($"gateway-{port}.conf", text);
        Process process = Process.Start(new ProcessStartInfo(Program, ["-c", configuration, "-p", workspace.Path(), "-g", "daemon off; master_process off;"]))!;
        var gateway = new Gateway(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient { BaseAddress = gateway.Address };
        await Eventually.IsTrueAsync(
            async () =>
            {
                Assert.False(process.HasExited, "nginx did not start.");
                try
                {
                    return (await http.GetAsync("/health/live", cancellationToken)).StatusCode == HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(20),
            () => "nginx does not answer.",
            cancellationToken);
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Configuration(IReadOnlyDictionary<string, string[]> services, string folder, int port)
    {
        string text = File.ReadAllText(Repository.Path("deploy", "compose", "gateway.conf"));
        text = text.Replace("/tmp/", $"{folder}/", StringComparison.Ordinal).Replace("listen 8080;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal);
        text = NameService().Replace(text, "");
        // Who answered is told, so that a test knows that both did.
        string replicas = string.Concat(services.Select(service => $"\n    upstream {service.Key} {{ {string.Concat(service.Value.Select(address => $"server {new Uri(address).Authority}; "))}}}"));
        return Upstream().Replace(text, "proxy_pass http://$1").Replace("http {", $"http {{{replicas}\n    add_header X-Answered-By $upstream_addr;", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*resolver .*;$", RegexOptions.Multiline)]
    private static partial Regex NameService();

    [GeneratedRegex(@"proxy_pass http://(\$\w+):8080")]
    private static partial Regex Upstream();
}
