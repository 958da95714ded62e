"""Money: amounts, budgets and the years they are for."""
