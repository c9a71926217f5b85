using DialInsight.Hosting;
using DialInsight.Quality;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Benchmarks.Exports;

/// <summary>The service in this process, with a SQLite file of its own.</summary>
internal sealed class ExportHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ExportHost(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    public static async Task<ExportHost> StartAsync(string folder)
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder([$"--Storage:Path={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"], "quality");
        builder.AddQuality();
        WebApplication app = builder.BuildService();
        app.MapQuality();
        await app.StartServiceAsync();
        return new ExportHost(app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
