using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SlotBooking.Core.Accounts;

/// <summary>Registers accounts, sign-in and sessions.</summary>
public static class AccountRegistration
{
    /// <summary>Adds Identity's hasher and normalizer and our desks around them. Identity's own managers are not used: they would write past the transaction that tells the event.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SessionLimits>().BindConfiguration("Session").ValidateDataAnnotations().ValidateOnStart();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Rounds);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<FirstAccounts>();
        return services;
    }
}
