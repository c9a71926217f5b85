using System.CommandLine;
using DialInsight.Cli.Commands;

var root = new RootCommand("DialInsight: instruction-tuning datasets from domain conversations. Commands that read standard input take JSON Lines.")
{
    AssessCommand.Create(),
    CheckCommand.Create(),
    DuplicatesCommand.Create(),
    EraseCommand.Create(),
    FailuresCommand.Create(),
    IngestCommand.Create(),
    InstructionsCommand.Create(),
    PreviewCommand.Create(),
    PseudonymiseCommand.Create(),
    ReleasesCommand.Create(),
    RunsCommand.Create(),
    SelectCommand.Create(),
    TokensCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
