using DialInsight.Hosting;
using DialInsight.Labeling;

return await ServiceHost.RunAsync(args, "labeling", builder => builder.AddLabeling(), app => app.MapLabeling());
