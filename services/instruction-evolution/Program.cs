using DialInsight.Hosting;
using DialInsight.InstructionEvolution;

return await ServiceHost.RunAsync(args, "instruction-evolution", builder => builder.AddInstructionEvolution(), app => app.MapInstructionEvolution());
