using DialInsight.Standalone;

return await StandaloneCommand.Create().Parse(args).InvokeAsync();
