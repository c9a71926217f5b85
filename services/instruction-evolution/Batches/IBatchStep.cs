namespace DialInsight.InstructionEvolution.Batches;

/// <summary>What is done with batches in some states. Doing it twice is safe: the answers are cached and the ids computed.</summary>
internal interface IBatchStep
{
    /// <summary>The states it is for.</summary>
    IReadOnlyList<BatchState> States { get; }

    /// <summary>One step: the batch as it goes on, or null where it has to wait.</summary>
    /// <exception cref="LanguageModels.ModelUnavailableException">Later may help.</exception>
    Task<BatchDocument?> WorkAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken);
}
