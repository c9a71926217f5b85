using DialInsight.ScriptedModel;

// dotnet run --project tests/scripted-model -- --urls http://127.0.0.1:9090
string? url = args.SkipWhile(argument => argument != "--urls").Skip(1).FirstOrDefault();
await using ScriptedModelServer server = await ScriptedModelServer.StartAsync(url is null ? new ScriptedModelOptions() : new ScriptedModelOptions { Url = url });
Console.WriteLine($"The scripted model answers at {server.Endpoint}");
await server.WaitForShutdownAsync();
