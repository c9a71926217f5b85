using DialInsight.Hosting;
using DialInsight.InstructionEvolution;

WebApplicationBuilder builder = ServiceHost.CreateBuilder(args, "instruction-evolution");
builder.AddInstructionEvolution();
WebApplication app = builder.BuildService();
app.MapInstructionEvolution();
await app.RunServiceAsync();
