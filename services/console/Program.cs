using DialInsight.Hosting;
using DialInsight.WebConsole;

return await ServiceHost.RunAsync(args, "console", builder => builder.AddConsole(isAlone: true), app => app.MapConsole());
