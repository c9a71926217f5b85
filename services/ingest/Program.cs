using DialInsight.Hosting;
using DialInsight.Ingest;

WebApplicationBuilder builder = ServiceHost.CreateBuilder(args, "ingest");
builder.AddIngest();
WebApplication app = builder.BuildService();
app.MapIngest();
await app.RunServiceAsync();
