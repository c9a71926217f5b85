using Microsoft.AspNetCore.Builder;

namespace DialInsight.Hosting.Access;

/// <summary>Says which role an endpoint asks for.</summary>
public static class RequiredRole
{
    /// <summary>Asks for <paramref name="role"/>. Without this, reading asks for a viewer and every change for an operator.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, Role role)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new RoleRequirement(role)));
        return builder;
    }
}

/// <summary>The role an endpoint asks for, among its metadata.</summary>
internal sealed record RoleRequirement(Role Role);
