using DialInsight.Hosting;
using DialInsight.Quality;

WebApplicationBuilder builder = ServiceHost.CreateBuilder(args, "quality");
builder.AddQuality();
WebApplication app = builder.BuildService();
app.MapQuality();
await app.RunServiceAsync();
