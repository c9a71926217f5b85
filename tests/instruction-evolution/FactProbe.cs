using System.Collections.Concurrent;
using DialInsight.Contracts;
using DialInsight.Contracts.Erasure;
using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Hosting.Bus;
using MassTransit;

namespace DialInsight.InstructionEvolution.Tests;

/// <summary>What the service told the others.</summary>
internal sealed class FactProbe
{
    private readonly ConcurrentQueue<IFact> _facts = new();

    public IReadOnlyList<InstructionApproved> Approved => [.. _facts.OfType<InstructionApproved>()];

    public IReadOnlyList<InstructionRetired> Retired => [.. _facts.OfType<InstructionRetired>()];

    public IReadOnlyList<BatchCompleted> Completed => [.. _facts.OfType<BatchCompleted>()];

    public IReadOnlyList<ErasureApplied> Erased => [.. _facts.OfType<ErasureApplied>()];

    public void Add(IFact fact) => _facts.Enqueue(fact);
}

internal sealed class ApprovedProbe(FactProbe probe) : IConsumer<InstructionApproved>
{
    public Task Consume(ConsumeContext<InstructionApproved> context)
    {
        probe.Add(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class RetiredProbe(FactProbe probe) : IConsumer<InstructionRetired>
{
    public Task Consume(ConsumeContext<InstructionRetired> context)
    {
        probe.Add(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class CompletedProbe(FactProbe probe) : IConsumer<BatchCompleted>
{
    public Task Consume(ConsumeContext<BatchCompleted> context)
    {
        probe.Add(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class ErasedProbe(FactProbe probe) : IConsumer<ErasureApplied>
{
    public Task Consume(ConsumeContext<ErasureApplied> context)
    {
        probe.Add(context.Message);
        return Task.CompletedTask;
    }
}

internal sealed class ErasedProbeDefinition() : ServiceConsumerDefinition<ErasedProbe>("probe", 1, 1);

internal sealed class ApprovedProbeDefinition() : ServiceConsumerDefinition<ApprovedProbe>("probe", 1, 1);

internal sealed class RetiredProbeDefinition() : ServiceConsumerDefinition<RetiredProbe>("probe", 1, 1);

internal sealed class CompletedProbeDefinition() : ServiceConsumerDefinition<CompletedProbe>("probe", 1, 1);
