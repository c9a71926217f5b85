using DialInsight.Hosting;
using DialInsight.PromptAssembly;

WebApplicationBuilder builder = ServiceHost.CreateBuilder(args, "prompt-assembly");
builder.AddPromptAssembly();
WebApplication app = builder.BuildService();
app.MapPromptAssembly();
await app.RunServiceAsync();
