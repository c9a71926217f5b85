using DialInsight.Hosting;
using DialInsight.PromptAssembly;

return await ServiceHost.RunAsync(args, "prompt-assembly", builder => builder.AddPromptAssembly(), app => app.MapPromptAssembly());
