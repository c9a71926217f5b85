namespace DialInsight.Client.Releases;

/// <summary>A release as its list shows it.</summary>
/// <param name="Name">The release's name, <c>recipe-v1</c>.</param>
/// <param name="RunId">The run it came of.</param>
/// <param name="Samples">How many samples it holds.</param>
/// <param name="Checksum">SHA-256 over sample ids and answers, hexadecimal.</param>
/// <param name="Files">Its files.</param>
/// <param name="Folder">The names of the files that make it up as a folder: those of the recipe's formats, the split, and what describes them.</param>
public sealed record ReleaseView(string Name, string RunId, int Samples, string Checksum, IReadOnlyList<ReleaseFileView> Files, IReadOnlyList<string> Folder)
{
    /// <summary>What erasures took out of it, oldest first.</summary>
    public IReadOnlyList<WithdrawalView> Withdrawals { get; init; } = [];
}

/// <summary>Rows taken out of a release by erasures.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Rows">How many.</param>
/// <param name="Samples">How many samples were left.</param>
/// <param name="Checksum">The release's checksum from then on.</param>
/// <param name="Before">Its checksum until then.</param>
/// <param name="Erasures">The erasures' ids.</param>
public sealed record WithdrawalView(DateTimeOffset At, int Rows, int Samples, string Checksum, string Before, IReadOnlyList<string> Erasures);

/// <summary>A file of a release.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its checksum, hexadecimal.</param>
public sealed record ReleaseFileView(string Name, long Bytes, string Sha256);
