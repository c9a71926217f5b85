using DialInsight.Hosting;
using DialInsight.Labeling;

WebApplicationBuilder builder = ServiceHost.CreateBuilder(args, "labeling");
builder.AddLabeling();
WebApplication app = builder.BuildService();
app.MapLabeling();
await app.RunServiceAsync();
