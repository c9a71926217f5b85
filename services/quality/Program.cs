using DialInsight.Hosting;
using DialInsight.Quality;

return await ServiceHost.RunAsync(args, "quality", builder => builder.AddQuality(), app => app.MapQuality());
