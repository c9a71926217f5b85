using System.CommandLine;
using System.Globalization;
using DialInsight.Cli.Datasets;
using DialInsight.TextAnalysis.Selection;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight select</c>: the rows of a data set file that are worth most and differ.</summary>
internal static class SelectCommand
{
    private static readonly Argument<string> s_file = DatasetOptions.File();
    private static readonly Option<string> s_format = DatasetOptions.Format();
    private static readonly Option<int?> s_most = new("--most") { Description = "How many rows are wanted." };
    private static readonly Option<double?> s_share = new("--share") { Description = "What share of the rows is wanted, for instance 0.1." };
    private static readonly Option<string?> s_complexity = new("--complexity") { Description = "The field that says how complex what is asked is: a number, or the probabilities of the scores 1, 2, … as a list, of which Σ k·p_k is taken." };
    private static readonly Option<string?> s_quality = new("--quality") { Description = "The field that says how good the answer is, in the same way." };
    private static readonly Option<double?> s_similarity = new("--similarity") { Description = "The highest cosine of two chosen rows; else 0.9, the paper's." };
    private static readonly Option<string?> s_output = new("--output") { Description = "Where the rows are written; else standard output." };
    private static readonly EmbeddingOptions s_embeddings = new();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var command = new Command(
            "select",
            """
            Chooses the rows that are worth most and differ, as Deita does: by complexity × quality, the highest first, passing over what is too similar to a chosen row. Without scores
            the earlier row goes first. Writes the rows as they are, one a line, in the order of the file; no service is needed.
            """)
        {
            s_file, s_format, s_most, s_share, s_complexity, s_quality, s_similarity, s_output,
        };
        s_embeddings.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(s_most) is null == result.GetValue(s_share) is null)
                result.AddError("How many rows? Give --most with a number or --share with a part of them.");
            if (result.GetValue(s_most) is < 1)
                result.AddError("--most must be 1 or more.");
            if (result.GetValue(s_share) is <= 0 or > 1)
                result.AddError("--share must be above 0 and at most 1.");
            if (result.GetValue(s_similarity) is not (null or (> 0 and < 1)))
                result.AddError("--similarity must be above 0 and below 1.");
            if (result.GetValue(s_file) == "-")
                result.AddError("The file is read twice, and standard input can be read once: give a file.");
        });
        command.SetAction((parsed, token) => DatasetOptions.RunAsync(parsed.InvocationConfiguration.Error, () => RunAsync(parsed, token), token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        TextWriter errors = parsed.InvocationConfiguration.Error;
        string path = parsed.GetRequiredValue(s_file);
        await using EmbeddingRun? embeddings = s_embeddings.Open(parsed);
        var selecting = new Selecting(
            new DatasetFile(path, DatasetOptions.Named(parsed.GetValue(s_format))), embeddings?.Encoder, parsed.GetValue(s_complexity), parsed.GetValue(s_quality),
            (line, reason) => errors.WriteLine($"{path}:{line}: {reason}"));
        await selecting.ReadAsync(cancellationToken);
        if (selecting.Count == 0)
        {
            await errors.WriteLineAsync($"dialinsight: {path} holds no row that can be chosen.");
            return 1;
        }

        double similarity = parsed.GetValue(s_similarity) ?? DiverseSelection.Similarity;
        int wanted = parsed.GetValue(s_most) ?? Math.Max(1, (int)Math.Round(parsed.GetValue(s_share)!.Value * selecting.Count));
        if (parsed.GetValue(s_output) is { } output)
        {
            await using var file = new StreamWriter(output);
            await selecting.WriteAsync(wanted, similarity, file, cancellationToken);
        }
        else
        {
            await selecting.WriteAsync(wanted, similarity, parsed.InvocationConfiguration.Output, cancellationToken);
        }

        if (embeddings is not null)
            await errors.WriteLineAsync(await embeddings.CostAsync(cancellationToken));
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{selecting.Chosen} of {selecting.Count} rows chosen{(selecting.Chosen < wanted ? $" where {wanted} were wanted: the others are too similar to these" : "")}; {selecting.Refused} refused; {selecting.Encoder}, cosine {similarity} at most"));
        return 0;
    }
}
